import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskHandOvers } from "#components/introductions/desk-hand-overs.tsx";
import { DeskLine, DeskQueue } from "#components/staff/desk-queue.tsx";
import { AtTheOther, casesBehind, ExpiringSoon, HandedToUs } from "#components/staff/desk-side.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { now } from "#lib/clock.ts";
import { caseDesk } from "#lib/desk/cases.ts";
import { handedToUs } from "#lib/desk/handed.ts";
import { type DeskItem, deskCounts, deskOf } from "#lib/desk/queries.ts";
import { taskDesk } from "#lib/desk/tasks.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { ESCALATE_DAYS } from "#lib/introductions/policy.ts";
import { REMIND_BEFORE } from "#lib/tasks/due.ts";
import { otherOffice } from "#lib/terms/terms.ts";

const TWO_WEEKS = 14 * 86_400_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.today"))("title") };
}

/** Of the beginnings of the queues the piece of work that has been due or has waited longest. */
const first = (queues: DeskItem[][]) => {
  const day = ({ due, since }: DeskItem) => (due?.dueOn ? Date.parse(due.dueOn) : since.getTime());
  return queues.flatMap((items) => items.slice(0, 1)).sort((a, b) => day(a) - day(b))[0];
};

export default async function StaffTodayPage() {
  const viewer = await pageViewer("/staff");
  const locale = (await getLocale()) as AppLocale;
  const [{ ours, theirs }, desk, cases, tasks, handed] = await Promise.all([
    deskCounts(viewer),
    deskOf(viewer),
    caseDesk(viewer),
    taskDesk(viewer, locale),
    handedToUs(viewer, new Date(now().getTime() - TWO_WEEKS)),
  ]);
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const begin =
    first([...Object.values(desk.queues), cases.office, cases.landings, tasks]) ?? desk.matches[0];
  const queues = ["talents", "enterprises", "needs", "messages"] as const;
  const total = Object.values(ours).reduce((sum, count) => sum + count, 0);
  const office = viewer.office ?? undefined;
  return (
    <>
      <PageHeader
        title={t("today.hello", { name: viewer.name })}
        lead={t("today.lead", { count: total })}
        actions={begin && <ButtonLink href={begin.href}>{t("today.start")}</ButtonLink>}
      />
      <ListKeys />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <h2 className="mb-3 text-xl">
            {office ? t("today.ours", { office: terms(`offices.${office}`) }) : t("today.oursAll")}
          </h2>
          <div className="gap-5 md:columns-2">
            <DeskQueue
              title={t("queue.tasks")}
              order={t("today.tasksOrder", { days: REMIND_BEFORE })}
              items={tasks}
              count={ours.tasks}
              me={viewer.accountId}
            />
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
                <DeskLine
                  key={item.id}
                  item={{ ...item, assigneeId: null }}
                  me={viewer.accountId}
                  kind={item.kind !== "introductions"}
                />
              ))}
            </ul>
            {cases.mineCount > 0 && (
              <Link
                href="/staff/introductions?view=table&mine=1"
                className="inline-flex min-h-11 items-center font-semibold text-sea-700"
              >
                {t("today.mineAll", { count: cases.mineCount })}
              </Link>
            )}
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
