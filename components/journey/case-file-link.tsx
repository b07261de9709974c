import { Paperclip } from "lucide-react";

/** A file of a case, to download. */
export function CaseFileLink({ file }: { file: { id: string; filename: string } }) {
  return (
    <a
      href={`/api/case-files/${file.id}`}
      className="inline-flex min-h-11 items-center gap-2 text-sea-700 underline underline-offset-4 [overflow-wrap:anywhere]"
    >
      <Paperclip aria-hidden className="size-4 shrink-0" />
      <span dir="auto">{file.filename}</span>
    </a>
  );
}
