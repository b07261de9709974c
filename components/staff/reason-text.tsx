import { useTranslations } from "next-intl";

/** The reason of an act: a preset one in the reader's language, a written one as it was written. */
export function ReasonText({ reason }: { reason: string }) {
  const t = useTranslations("audit.reasons");
  const preset = /^[a-zA-Z]+$/.test(reason) && t.has(reason);
  return (
    <span dir="auto" className="whitespace-pre-line">
      {preset ? t(reason) : reason}
    </span>
  );
}
