import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DisclosureStages } from "#components/matches/disclosure-stages.tsx";
import {
  AcceptInvitationForm,
  DeclineInvitationForm,
  GiveMoreForm,
} from "#components/matches/invitation-forms.tsx";
import { NeedSummary } from "#components/matches/need-summary.tsx";
import { OwnComparison } from "#components/matches/own-comparison.tsx";
import { InvitationState } from "#components/matches/past-invitations.tsx";
import { ReasonsShort } from "#components/matches/reasons-short.tsx";
import { Reading } from "#components/public/reading.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { BASE } from "#lib/consents/policy.ts";
import { OPTIONAL } from "#lib/consents/schema.ts";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { needViewIn } from "#lib/matches/need-view.ts";
import { getInvitation, type InvitationDetail } from "#lib/matches/queries.ts";
import { convertible } from "#lib/matches/script.ts";

type Props = {
  params: Promise<{ matchId: string }>;
  searchParams: Promise<{ done?: string; read?: unknown }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.invitations"))("title") };
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/talent/invitations/[matchId]");
  const [{ matchId }, { done, read }] = await Promise.all([params, searchParams]);
  const invitation = /^[0-9a-f-]{36}$/.test(matchId) ? await getInvitation(viewer, matchId) : null;
  if (!invitation) notFound();
  const [t, reading] = [await getTranslations("matches.invitations"), await getTranslations("public.need")];
  const { given } = invitation;
  const locale = (await getLocale()) as AppLocale;
  const converted = convertible(invitation.need.lang, locale) && read === "1";
  const need = converted ? needViewIn(invitation.need, locale) : invitation.need;
  const goesOn = ["TALENT_ACCEPTED", "INTRODUCED"].includes(invitation.status) && given.includes(BASE);
  const missing = goesOn ? OPTIONAL.filter((category) => !given.includes(category)) : [];
  return (
    <div className="mx-auto grid max-w-5xl gap-5">
      <p>
        <Link
          href="/talent/invitations"
          className="inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4"
        >
          {t("back")}
        </Link>
      </p>
      {(done === "accepted" || done === "declined" || done === "given") && (
        <Notice tone="ok" live>
          {t(`done.${done}`)}
        </Notice>
      )}
      <Card bridge>
        <NeedSummary need={need} heading="h1" />
        <p className="mt-4 flex flex-wrap items-center gap-3">
          <InvitationState invitation={invitation} />
          {invitation.endedAt && (
            <span className="text-slate">
              <DateText value={invitation.endedAt} />
            </span>
          )}
          {invitation.open && invitation.expiresAt && (
            <span className="text-slate">
              {t("until")} <DateText value={invitation.expiresAt} />
            </span>
          )}
        </p>
        {invitation.introduction && !invitation.open && (
          <ButtonLink href={`/talent/introductions/${invitation.introduction.id}`} className="mt-4">
            {t("toCase")}
          </ButtonLink>
        )}
        <Reading
          written={invitation.need.lang}
          converted={converted}
          href={`/talent/invitations/${invitation.id}`}
        />
        {converted && (
          <div className="mt-4">
            <Notice tone="sea">{reading("converted")}</Notice>
          </div>
        )}
        {need.content.description && (
          <p
            lang={langTag(need.lang)}
            className="mt-4 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]"
          >
            {need.content.description}
          </p>
        )}
      </Card>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card>
          <h2 className="text-lg">{t("whyTitle")}</h2>
          <ReasonsShort result={invitation.explanation} most={5} />
          <OwnComparison
            result={invitation.explanation}
            score={invitation.score}
            talentToNeed={invitation.talentToNeed}
          />
        </Card>
        <div className="grid gap-5">
          <Contact invitation={invitation} />
          <Card>
            <DisclosureStages invitation={invitation} />
          </Card>
          {missing.length > 0 && (
            <Card id="give">
              <GiveMoreForm
                matchId={invitation.id}
                enterprise={invitation.recipient.name}
                hasCv={invitation.hasCv}
                missing={missing}
              />
            </Card>
          )}
        </div>
      </div>
      {invitation.open && (
        <div id="answer" className="grid md:scroll-mt-20 items-start gap-5 lg:grid-cols-2">
          <Card className="border-bau-500">
            <AcceptInvitationForm
              matchId={invitation.id}
              enterprise={invitation.recipient.name}
              hasCv={invitation.hasCv}
              known={invitation.known}
            />
          </Card>
          <Card>
            <h2 className="text-lg">{t("declineTitle")}</h2>
            <DeclineInvitationForm matchId={invitation.id} />
          </Card>
        </div>
      )}
    </div>
  );
}

async function Contact({ invitation }: { invitation: InvitationDetail }) {
  const t = await getTranslations("matches.invitations");
  const running = invitation.status === "TALENT_ACCEPTED" || invitation.status === "INTRODUCED";
  if (!running) return null;
  return (
    <Card>
      {invitation.contact && (
        <>
          <h2 className="text-lg">{t("contact")}</h2>
          <p className="mt-2 text-lg font-semibold">{invitation.contact.name}</p>
          {invitation.contact.phone && (
            <p>
              <a
                href={`tel:${invitation.contact.phone.replace(/[^+\d]/g, "")}`}
                className="inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4 tabular-nums"
              >
                {invitation.contact.phone}
              </a>
            </p>
          )}
          <p className="mt-1 mb-3 text-slate">{t("contactText")}</p>
        </>
      )}
      <ButtonLink href="/talent/privacy" tone="plain">
        {t("withdraw")}
      </ButtonLink>
    </Card>
  );
}
