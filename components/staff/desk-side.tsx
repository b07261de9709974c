import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card } from "#components/ui/surface.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import { now } from "#lib/clock.ts";
import type { Handed } from "#lib/desk/handed.ts";
import type { Expiring, QueueCounts, QueueName } from "#lib/desk/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { DeskFigure } from "#lib/reports/schema.ts";
import type { Office } from "#prisma/generated/enums.ts";

const line = "flex min-h-11 items-center no-underline [overflow-wrap:anywhere] hover:underline md:min-h-8";

/** The list of the cases that a number of the desk counts. */
export const casesBehind = (figure: DeskFigure, office?: Office) =>
  listHref("/staff/figures/cases", { figure, office });

/** Invitations that talents have not answered and that end soon. */
export function ExpiringSoon({ items }: { items: Expiring[] }) {
  const t = useTranslations("staff.today");
  const format = useFormat();
  return (
    <Card>
      <h2 className="mb-2 text-lg">{t("expiring")}</h2>
      {items.length === 0 && <p className="text-slate">{t("expiringEmpty")}</p>}
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="py-2">
            <Link href={item.href} lang={langTag(item.locale)} className={line}>
              {item.title}
            </Link>
            <p className="text-sm text-mute">
              {item.code} ·{" "}
              <span className="font-semibold text-warn">
                {t("ends", { age: format.relativeTime(item.at, now()) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the other office gave to this one, with its notes. */
export function HandedToUs({ rows }: { rows: Handed[] }) {
  const t = useTranslations("staff.today");
  const audit = useTranslations("audit");
  return (
    <Card>
      <h2 className="mb-2 text-lg">{t("handed")}</h2>
      {rows.length === 0 && <p className="text-slate">{t("handedEmpty")}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="py-2">
            <Link
              href={row.href ?? "/staff/audit"}
              lang={row.need ? langTag(row.need.locale) : undefined}
              className={line}
            >
              {row.need?.title ?? `${audit(`types.${row.recordType}`)} ${row.label ?? ""}`}
            </Link>
            {row.need && <p className="text-sm text-mute">{row.label}</p>}
            {row.reason && (
              <blockquote className="border-l-2 border-bau-500 pl-3 whitespace-pre-line">
                {row.reason}
              </blockquote>
            )}
            <p className="text-sm text-mute">
              {row.actorName} · <DateText value={row.at} time />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What waits at the other office, in numbers. */
export function AtTheOther({ office, counts }: { office: Office; counts: QueueCounts }) {
  const t = useTranslations("staff");
  const terms = useTranslations("terms");
  const queues: QueueName[] = ["talents", "enterprises", "needs", "introductions", "landings", "messages"];
  const href = (name: QueueName) => {
    if (name === "introductions") return casesBehind("stuck", office);
    if (name === "landings") return casesBehind("unsigned", office);
    return `/staff/${name}${name === "messages" ? "?" : "?queue=1&"}office=${office}`;
  };
  return (
    <Card>
      <h2 className="mb-1 text-lg">{t("today.theirs")}</h2>
      <p className="mb-2 text-sm text-slate">
        {t("today.theirsText", { office: terms(`offices.${office}`) })}
      </p>
      <ul className="divide-y divide-line">
        {queues.map((name) => (
          <li key={name}>
            <Link
              href={href(name)}
              className="flex min-h-11 items-center justify-between no-underline hover:underline"
            >
              {t(`queue.${name}`)}
              <span className="font-semibold tabular-nums">{counts[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
