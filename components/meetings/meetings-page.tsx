import { getTranslations } from "next-intl/server";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { Card, EmptyState, Notice } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseFrame as Frame } from "#lib/introductions/case-schema.ts";
import type { CaseMeetings, MeetingView } from "#lib/meetings/views.ts";
import { MeetingCard } from "./meeting-card.tsx";
import { ProposeForm } from "./propose-form.tsx";
import { SlotsCard, TakeSlotForm } from "./slots.tsx";
import { PlanVisitForm, VisitCard } from "./visits.tsx";

type Props = { of: Frame; meetings: CaseMeetings; done: string | undefined };

/** The meetings of a case, the same page for all three sides: what waits for an answer, what comes, how it went. */
export async function MeetingsPage({ of, meetings, done }: Props) {
  const t = await getTranslations("meetings");
  const { can, visits } = meetings;
  const lists = ["toRecord", "waiting", "upcoming", "past"] as const;
  const none = lists.every((name) => meetings[name].length === 0) && visits.length === 0;
  // whoever has a time already reads that first
  const has = meetings.slots.some(({ own }) => own);
  // with times to choose from there is nothing to be proposed first
  const choosable = can.take && meetings.slots.some(({ free }) => free);
  const take = can.take && (
    <TakeSlotForm introductionId={of.id} slots={meetings.slots} staff={of.side === "STAFF"} />
  );
  return (
    <CaseFrame case={of} tab="meetings">
      {done && t.has(`done.${done}` as never) && (
        <div className="mb-5 print:hidden">
          <Notice tone="ok" live>
            {t(`done.${done}` as never)}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-5">
          {!can.act && <Notice tone="sea">{t("over")}</Notice>}
          {none && !choosable && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
          {!has && choosable && take}
          {lists.map((name) => (
            <Meetings key={name} name={name} of={of} meetings={meetings} rows={meetings[name]} />
          ))}
          {(has || !choosable) && take}
          {visits.map((visit) => (
            <VisitCard
              key={visit.id}
              introductionId={of.id}
              visit={visit}
              days={meetings}
              kinds={meetings.kinds}
              host={can.host}
            />
          ))}
        </div>
        <div className="grid min-w-0 gap-5 print:hidden">
          {can.act && (
            <Card aria-labelledby="propose">
              <h2 id="propose" className="text-lg">
                {t("propose.title")}
              </h2>
              <p className="mt-1 mb-2 text-slate">{t("propose.lead")}</p>
              <Disclosure summary={t("propose.open")} open={none && done === undefined}>
                <ProposeForm introductionId={of.id} days={meetings} kinds={meetings.kinds} />
              </Disclosure>
            </Card>
          )}
          {can.host && (
            <SlotsCard
              needId={meetings.needId}
              introductionId={of.id}
              slots={meetings.slots}
              days={meetings}
            />
          )}
          {can.host && (
            <Card aria-labelledby="plan-visit">
              <h2 id="plan-visit" className="text-lg">
                {t("visit.planTitle")}
              </h2>
              <p className="mt-1 mb-2 text-slate">{t("visit.planLead")}</p>
              <Disclosure summary={t("visit.plan")}>
                <PlanVisitForm introductionId={of.id} />
              </Disclosure>
            </Card>
          )}
          <p className="text-sm text-slate">
            {t("feed.hint")}{" "}
            <Link href="/settings#calendar" className="text-sea-700 underline underline-offset-4">
              {t("feed.toSettings")}
            </Link>
          </p>
        </div>
      </div>
    </CaseFrame>
  );
}

async function Meetings({
  name,
  of,
  meetings,
  rows,
}: {
  name: "toRecord" | "waiting" | "upcoming" | "past";
  of: Frame;
  meetings: CaseMeetings;
  rows: MeetingView[];
}) {
  const t = await getTranslations("meetings.sections");
  if (rows.length === 0) return null;
  return (
    <Card aria-labelledby={name} className="print:hidden">
      <h2 id={name} className="mb-4 text-lg">
        {t(name === "toRecord" && !rows.some(({ can }) => can.record) ? "begun" : name)}
      </h2>
      <ul>
        {rows.map((meeting) => (
          <MeetingCard
            key={meeting.id}
            of={of}
            meeting={meeting}
            days={meetings}
            criteria={meetings.criteria}
            visit={meetings.visits.find(({ id }) => id === meeting.visitId)?.title}
          />
        ))}
      </ul>
    </Card>
  );
}
