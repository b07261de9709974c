import { getTranslations } from "next-intl/server";
import { type Moment, Timeline } from "#components/ui/timeline.tsx";
import type { AuditRow } from "#lib/audit/queries.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { ActorName } from "./actor-name.tsx";
import { ReasonText } from "./reason-text.tsx";

const toneOf = (action: string): Moment["tone"] =>
  /rejected|suspended|withdrawn|erased/i.test(action)
    ? "bad"
    : /verified|opened|introduced|listed|approved/i.test(action)
      ? "ok"
      : "plain";

/** What happened to a record, newest first, with who did it and from where. */
export async function History({ rows, recordId }: { rows: AuditRow[]; recordId: string }) {
  const t = await getTranslations("audit");
  const staff = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const items = rows.map(
    (row): Moment => ({
      id: row.id,
      at: row.at,
      tone: toneOf(row.action),
      title: t(`actions.${row.action}`),
      text: (
        <>
          <span className="text-sm">
            {/* of one record there is one talent, whom the page names */}
            {row.actorRole === "TALENT" ? t("actors.TALENT") : <ActorName row={row} />}
            {row.office && ` · ${terms(`offices.${row.office}`)}`}
          </span>
          {row.reason && (
            <span className="block">
              <ReasonText reason={row.reason} />
            </span>
          )}
        </>
      ),
    }),
  );
  return (
    <section aria-labelledby="history" className="min-w-0">
      <h2 id="history" className="mb-3 text-lg">
        {staff("common.history")}
      </h2>
      <Timeline items={items} time />
      <Link
        href={`/staff/audit?record=${recordId}`}
        className="mt-3 inline-flex min-h-11 items-center font-semibold text-sea-700"
      >
        {staff("audit.title")}
      </Link>
    </section>
  );
}
