import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";

/** To the next rows of a long list and back. Paths without the language; absent at an end. */
export function Pager({
  previous,
  previousLabel,
  next,
  summary,
}: {
  previous?: string;
  /** where `previous` leads to the first page, as keyset lists that only go forward do */
  previousLabel?: string;
  next?: string;
  summary?: ReactNode;
}) {
  const t = useTranslations("ui.pages");
  if (!previous && !next && !summary) return null;
  return (
    <nav aria-label={t("label")} className="mt-6 flex flex-wrap items-center gap-3">
      {previous && (
        <ButtonLink href={previous} tone="plain" rel="prev">
          <ChevronLeft aria-hidden className="size-4" />
          {previousLabel ?? t("previous")}
        </ButtonLink>
      )}
      {summary && <p className="text-sm text-slate tabular-nums">{summary}</p>}
      {next && (
        <ButtonLink href={next} tone="plain" rel="next" className="ml-auto">
          {t("next")}
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      )}
    </nav>
  );
}
