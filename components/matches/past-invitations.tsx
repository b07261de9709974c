import { getTranslations } from "next-intl/server";
import { CaseStatus } from "#components/introductions/case-status.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Invitation } from "#lib/matches/queries.ts";
import type { MatchStatus } from "#lib/matches/schema.ts";

const TONES: Partial<Record<MatchStatus, TagTone>> = {
  INVITED: "bauhinia",
  TALENT_ACCEPTED: "sea",
  INTRODUCED: "ok",
  ENTERPRISE_DECLINED: "warn",
};

/** Where an invitation stands, in words for the person who was invited; once its case has ended, how that ended. */
export async function InvitationState({
  invitation: { status, endedAt, introduction },
}: {
  invitation: Pick<Invitation, "status" | "endedAt" | "introduction">;
}) {
  const t = await getTranslations("matches.invitations.state");
  if (introduction && endedAt) return <CaseStatus status={introduction.status} side="TALENT" />;
  return (
    <StatusTag tone={TONES[status] ?? "plain"}>
      {t.has(status as never) ? t(status as never) : status}
    </StatusTag>
  );
}

/** Invitations that were answered or have ended. */
export async function PastInvitations({ invitations }: { invitations: Invitation[] }) {
  const t = await getTranslations("matches.invitations");
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="mb-3 text-lg">
        {t("past")}
      </h2>
      <ul className="grid gap-3">
        {invitations.map((one) => (
          <li key={one.id} className="rounded-lg border border-line bg-paper p-4">
            <Link
              href={`/talent/invitations/${one.id}`}
              lang={langTag(one.need.lang)}
              className="inline-flex min-h-11 items-center text-lg font-semibold text-sea-800 underline-offset-4"
            >
              {one.need.content.title}
            </Link>
            <p className="flex flex-wrap items-center gap-3 text-sm text-slate">
              <InvitationState invitation={one} />
              <DateText value={one.endedAt ?? one.enterpriseAnsweredAt ?? one.answeredAt ?? one.invitedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
