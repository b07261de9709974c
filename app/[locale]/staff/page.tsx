import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskHandOvers } from "#components/introductions/desk-hand-overs.tsx";
import { DeskLine, DeskQueue } from "#components/staff/desk-queue.tsx";
import { AtTheOther, casesBehind, ExpiringSoon, HandedToUs } from "#components/staff/desk-side.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { handedToUs } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { now } from "#lib/clock.ts";
import { caseDesk } from "#lib/desk/cases.ts";
import { type Desk, deskCounts, deskOf } from "#lib/desk/queries.ts";
import { ESCALATE_DAYS } from "#lib/introductions/policy.ts";
import { otherOffice } from "#lib/terms/terms.ts";

const TWO_WEEKS = 14 * 86_400_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.today"))("title") };
}

/** The piece of work that has waited longest, over all queues. */
const oldest = ({ queues }: Desk) =>
  Object.values(queues)
    .flatMap((items) => items.slice(0, 1))
    .sort((a, b) => a.since.getTime() - b.since.getTime())[0];

export default async function StaffTodayPage() {
  const viewer = await pageViewer("/staff");
  const [{ ours, theirs }, desk, cases, handed] = await Promise.all([
    deskCounts(viewer),
    deskOf(viewer),
    caseDesk(viewer),
    handedToUs(viewer, new Date(now().getTime() - TWO_WEEKS)),
  ]);
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const first = oldest(desk) ?? desk.matches[0];
  const queues = ["talents", "enterprises", "needs", "messages"] as const;
  const total = Object.values(ours).reduce((sum, count) => sum + count, 0);
  const office = viewer.office ?? undefined;
  return (
    <>
      <PageHeader
        title={t("today.hello", { name: viewer.name })}
        lead={t("today.lead", { count: total })}
        actions={first && <ButtonLink href={first.href}>{t("today.start")}</ButtonLink>}
      />
      <ListKeys />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <h2 className="mb-3 text-xl">
            {office ? t("today.ours", { office: terms(`offices.${office}`) }) : t("today.oursAll")}
          </h2>
          <div className="gap-5 md:columns-2">
            <DeskQueue
              title={t("queue.matches")}
              order={t("today.best")}
              items={desk.matches}
              count={ours.matches}
              href="/staff/matches"
              me={viewer.accountId}
            />
            <DeskQueue
              title={t("queue.introductions")}
              order={t("today.casesOrder", { days: ESCALATE_DAYS })}
              items={cases.office}
              count={ours.introductions}
              href={casesBehind("stuck", office)}
              me={viewer.accountId}
            />
            <DeskQueue
              title={t("queue.landings")}
              order={t("today.landingsOrder")}
              items={cases.landings}
              count={ours.landings}
              href={casesBehind("unsigned", office)}
              me={viewer.accountId}
            />
            {queues.map((name) => (
              <DeskQueue
                key={name}
                title={t(`queue.${name}`)}
                order={t("today.oldest")}
                items={desk.queues[name]}
                count={ours[name]}
                href={`/staff/${name}${name === "messages" ? "" : "?queue=1"}${office ? `${name === "messages" ? "?" : "&"}office=${office}` : ""}`}
                me={viewer.accountId}
              />
            ))}
          </div>
        </div>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <Card bridge>
            <h2 className="mb-1 text-lg">{t("today.mine")}</h2>
            {desk.mine.length + cases.mine.length === 0 && (
              <p className="text-slate">{t("today.mineEmpty")}</p>
            )}
            <ul className="divide-y divide-line">
              {[...cases.mine, ...desk.mine].map((item) => (
                <DeskLine key={item.id} item={{ ...item, assigneeId: null }} me={viewer.accountId} kind />
              ))}
            </ul>
          </Card>
          <DeskHandOvers asked={cases.asked} asking={cases.asking} />
          <HandedToUs rows={handed} />
          <ExpiringSoon items={desk.expiring} />
          {viewer.office && <AtTheOther office={otherOffice(viewer.office)} counts={theirs} />}
        </div>
      </div>
    </>
  );
}
