import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnonymousCvView, AnonymousProfileView } from "#components/introductions/anonymous-profile.tsx";
import { AnswerForms } from "#components/introductions/answer-forms.tsx";
import { CandidateStateTag } from "#components/introductions/candidate-state.tsx";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { IdentityCard } from "#components/introductions/identity-card.tsx";
import { OpenCard } from "#components/introductions/open-card.tsx";
import { OwnParts } from "#components/introductions/own-parts.tsx";
import { ScoreParts } from "#components/introductions/score-parts.tsx";
import { NextCard } from "#components/journey/navigator.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import { getCandidate } from "#lib/introductions/queries.ts";
import type { Candidate } from "#lib/introductions/schema.ts";
import { getJourney } from "#lib/tasks/journey-queries.ts";

type Props = { params: Promise<{ matchId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introductions"))("title") };
}

export default async function CandidatePage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions/[matchId]");
  const [{ matchId }, { done }] = await Promise.all([params, searchParams]);
  const candidate = /^[0-9a-f-]{36}$/.test(matchId)
    ? await getCandidate(viewer, matchId, (await getLocale()) as AppLocale)
    : null;
  if (!candidate) notFound();
  const t = await getTranslations("introductions");
  const opened = candidate.state === "introduced" ? await getCaseFrame(viewer, { matchId }) : null;
  const said =
    (done === "accepted" && candidate.state === "introduced") ||
    (done === "declined" && candidate.state === "declined");
  const notice = said && (
    <div className="mb-5">
      <Notice tone="ok" live>
        {t(`done.${done as "accepted" | "declined"}`)}
      </Notice>
    </div>
  );
  const journey = opened && (await getJourney(viewer, opened.id, (await getLocale()) as AppLocale));
  if (opened)
    return (
      <CaseFrame case={opened} tab="overview">
        {notice}
        {journey && (
          <div className="mb-5">
            <NextCard journey={journey} />
          </div>
        )}
        <Open candidate={candidate} />
        <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
          <OwnParts viewer={viewer} case={opened} />
        </div>
      </CaseFrame>
    );
  return (
    <>
      <CandidateHead candidate={candidate} />
      {notice}
      {candidate.profile ? <Open candidate={candidate} /> : <Closed candidate={candidate} />}
    </>
  );
}

async function CandidateHead({ candidate }: { candidate: Candidate }) {
  const t = await getTranslations("introductions");
  return (
    <PageHeader
      crumb={
        <Link href="/enterprise/introductions" className="underline underline-offset-4">
          {t("back")}
        </Link>
      }
      title={
        candidate.headline ? (
          <span lang={langTag(candidate.headlineLang)}>{candidate.headline}</span>
        ) : (
          t("talent", { code: candidate.code })
        )
      }
      lead={
        <>
          {candidate.headline && `${t("talent", { code: candidate.code })} · `}
          {t("forNeed")} <span lang={langTag(candidate.needLang)}>{candidate.needTitle}</span>
        </>
      }
      actions={<CandidateStateTag state={candidate.state} />}
    />
  );
}

async function Open({ candidate }: { candidate: Candidate }) {
  const t = await getTranslations("introductions");
  const terms = await getTranslations("terms");
  const introduced = candidate.state === "introduced";
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid gap-5">
        {introduced && <IdentityCard {...candidate} />}
        {introduced && !candidate.introducedAt && (
          <Card>
            <h2 className="text-lg">{t("next.title")}</h2>
            <p className="mt-1 text-slate">
              {t("next.text", { office: terms(`offices.${candidate.office ?? "YANTAI"}`) })}
            </p>
          </Card>
        )}
        <Card>{candidate.profile && <AnonymousProfileView profile={candidate.profile} />}</Card>
        <Card>
          {candidate.cv ? (
            <AnonymousCvView cv={candidate.cv} />
          ) : (
            <p className="text-slate">{t("cv.none")}</p>
          )}
        </Card>
      </div>
      <div className="grid gap-5">
        <OpenCard categories={candidate.categories} />
        {candidate.state === "waiting" && (
          <AnswerForms matchId={candidate.id} categories={candidate.categories} />
        )}
        {candidate.score !== null && (
          <Card>
            <ScoreParts score={candidate.score} parts={candidate.parts} />
          </Card>
        )}
      </div>
    </div>
  );
}

async function Closed({ candidate }: { candidate: Candidate }) {
  const t = await getTranslations("introductions");
  const codes = await getTranslations("introductions.decline.codes");
  const code = candidate.enterpriseReasonCode;
  const reason = [code && codes.has(code as never) ? codes(code as never) : null, candidate.enterpriseReason]
    .filter(Boolean)
    .join(" · ");
  const { answeredAt } = candidate;
  return (
    <Card>
      <p className="font-semibold">{t("nothing")}</p>
      <p className="mt-1 text-slate">
        {candidate.state === "declined" && answeredAt
          ? t.rich("declinedText", { date: () => <DateText value={answeredAt} /> })
          : `${t(candidate.end ? `end.${candidate.end}` : "endedText")} ${t("deleteCopies")}`}
      </p>
      {reason && (
        <p className="mt-3">
          <span className="text-sm text-mute">{t("reason")}</span>
          <span className="block">{reason}</span>
        </p>
      )}
    </Card>
  );
}
