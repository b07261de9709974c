import { useTranslations } from "next-intl";
import { Card } from "#components/ui/surface.tsx";
import type { CaseDesk, HandOverLine } from "#lib/desk/cases.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";

/** Handovers of cases that wait for an answer, on both offices' Today page; nothing where there are none. */
export function DeskHandOvers({ asked, asking }: Pick<CaseDesk, "asked" | "asking">) {
  const t = useTranslations("cases.hand");
  if (asked.length + asking.length === 0) return null;
  return (
    <Card bridge aria-labelledby="hand-overs">
      <h2 id="hand-overs" className="mb-1 text-lg">
        {t("desk")}
      </h2>
      <Lines title={t("deskAsked")} lines={asked} />
      <Lines title={t("deskAsking")} lines={asking} />
    </Card>
  );
}

function Lines({ title, lines }: { title: string; lines: HandOverLine[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="mt-2 text-sm font-semibold text-slate">{title}</h3>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id} className="py-2">
            <Link
              href={`/staff/introductions/${line.id}`}
              data-row-link
              lang={langTag(line.locale)}
              className="flex min-h-11 items-center font-medium no-underline [overflow-wrap:anywhere] hover:underline md:min-h-8"
            >
              {line.title}
            </Link>
            <p className="text-sm text-mute">{line.code}</p>
            {line.note && (
              <p dir="auto" className="line-clamp-2 text-sm text-slate">
                {line.note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
