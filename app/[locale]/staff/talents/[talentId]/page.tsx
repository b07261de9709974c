import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoneNotice } from "#components/staff/done-notice.tsx";
import { History } from "#components/staff/history.tsx";
import { MatchLines } from "#components/staff/match-lines.tsx";
import { orNotFound } from "#components/staff/or-not-found.ts";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { StatusCard } from "#components/staff/status-card.tsx";
import { TalentCv } from "#components/staff/talent-cv.tsx";
import { TalentDock } from "#components/staff/talent-dock.tsx";
import { TalentDuplicates } from "#components/staff/talent-duplicates.tsx";
import { TalentIdentity } from "#components/staff/talent-identity.tsx";
import { TalentProfile } from "#components/staff/talent-profile.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { matchesOfTalent, nextTalent } from "#lib/desk/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { duplicatesForStaff, openTalentForStaff, type TalentForStaff } from "#lib/talents/staff-queries.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.talents"))("talent") };
}

type Props = { params: Promise<{ talentId: string }>; searchParams: SearchParams };

export default async function StaffTalentPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/talents/[talentId]");
  const { talentId } = await params;
  const { done } = await flat(searchParams);
  if (!UUID.test(talentId)) notFound();
  const opened = await orNotFound(openTalentForStaff(viewer, talentId));
  const { talent, cvTexts } = opened;
  const [duplicates, history, matches, next] = await Promise.all([
    talent.mergedIntoId ? [] : duplicatesForStaff(viewer, talentId),
    historyOf(viewer, "talent", talentId),
    matchesOfTalent(viewer, talentId),
    done ? nextTalent(viewer, talentId) : null,
  ]);
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const name = [talent.identity.nameZh, talent.identity.nameEn].filter(Boolean).join(" ");
  const office = viewer.office ? terms(`offices.${viewer.office}`) : terms(`roles.${viewer.role}`);
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link href="/staff/talents">{t("talents.title")}</Link> › {talent.code}
          </>
        }
        title={name || talent.code}
        lead={<span lang={langTag(talent.locale)}>{talent.profile.headline}</span>}
      />
      <DoneNotice kind="talents" done={done} next={next && `/staff/talents/${next}`} />
      <Hints talent={talent} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-5">
          <TalentDuplicates talent={talent} duplicates={duplicates} />
          <TalentIdentity talent={talent} office={`${office} · ${t(`status.talents.${talent.status}`)}`} />
          <TalentProfile talent={talent} />
          <TalentCv talent={talent} texts={cvTexts} />
        </div>
        <div className="grid min-w-0 gap-5">
          <StatusCard
            kind="talents"
            status={talent.status}
            office={talent.office}
            since={talent.officeSince}
            assignee={talent.assignee?.displayName ?? null}
            note={talent.reviewNote}
            more={[{ term: t("talents.kind"), value: t(`talents.kinds.${talent.kind}`) }]}
          />
          <Card>
            <Consents talent={talent} />
          </Card>
          <Card>
            <MatchLines matches={matches} />
          </Card>
          <Card>
            <History rows={history} recordId={talentId} />
          </Card>
        </div>
      </div>
      <TalentDock talent={talent} viewer={viewer} />
    </>
  );
}

/** What an officer must know before anything else. */
async function Hints({ talent }: { talent: TalentForStaff }) {
  const t = await getTranslations("staff.talents");
  if (!talent.mergedIntoId && !talent.editedSinceVerification) return null;
  return (
    <div className="mb-5 grid gap-3">
      {talent.mergedIntoId && (
        <Notice tone="warn">
          {t("mergedInto")}{" "}
          <Link href={`/staff/talents/${talent.mergedIntoId}`} className="font-semibold underline">
            {t("seeKept")}
          </Link>
        </Notice>
      )}
      {talent.editedSinceVerification && (
        <Notice tone="warn" title={t("edited")}>
          {t("editedText")}
        </Notice>
      )}
    </div>
  );
}

async function Consents({ talent }: { talent: TalentForStaff }) {
  const t = await getTranslations("staff.talents");
  return (
    <section aria-labelledby="consent">
      <h2 id="consent" className="mb-3 text-lg">
        {t("consent")}
      </h2>
      {talent.consents.length === 0 && <Notice tone="warn">{t("consentNone")}</Notice>}
      <ul className="grid gap-2">
        {talent.consents.map((consent, index) => (
          <li key={index}>
            {t(`channels.${consent.channel}`)} ·{" "}
            {t.rich("consentGiven", { d: () => <DateText value={consent.grantedAt} /> })}
            {consent.withdrawnAt && (
              <span className="block text-bad">
                {t.rich("consentEnded", { d: () => <DateText value={consent.withdrawnAt!} /> })}
              </span>
            )}
            {consent.note && <span className="block text-sm text-slate">{consent.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
