import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, type TagTone } from "#components/ui/surface.tsx";
import { leaveTeamAction, removeMemberAction } from "#lib/talents/actions.ts";
import type { getMemberships, MemberSummary } from "#lib/talents/queries.ts";

const TONES: Record<MemberSummary["status"], TagTone> = {
  INVITED: "sea",
  CONSENTED: "ok",
  DECLINED: "plain",
  LEFT: "plain",
};

/** The people of a team with where each stands. Who declined has no name here any more. */
export function MemberList({ members, canEdit }: { members: MemberSummary[]; canEdit: boolean }) {
  const t = useTranslations("talents.team");
  return (
    <Card aria-labelledby="members">
      <h2 id="members" className="mb-2 text-lg">
        {t("members")}
      </h2>
      <ul>
        {members.map((member) => (
          <li
            key={member.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3"
          >
            <div className="min-w-0 grow [overflow-wrap:anywhere]">
              <p className="font-semibold">{member.identity?.name ?? t("declinedName")}</p>
              <p className="text-sm text-slate">
                {[member.role, ...member.skills].join(" · ")}
                {member.identity && <span className="block text-mute">{member.identity.email}</span>}
              </p>
            </div>
            <StatusTag tone={TONES[member.status]}>{t(`states.${member.status}`)}</StatusTag>
            {canEdit && (member.status === "INVITED" || member.status === "CONSENTED") && (
              <ActionForm id={`remove-${member.id}`} action={removeMemberAction}>
                <input type="hidden" name="memberId" value={member.id} />
                <SubmitButton tone="quiet">{t("remove")}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Teams of others that name the viewer, each with the way out. */
export function Memberships({ memberships }: { memberships: Awaited<ReturnType<typeof getMemberships>> }) {
  const t = useTranslations("talents.team");
  return (
    <Card aria-labelledby="memberships">
      <h2 id="memberships" className="mb-2 text-lg">
        {t("memberOf")}
      </h2>
      <ul>
        {memberships.map(({ id, role, team }) => (
          <li key={id} className="flex flex-wrap items-center gap-4 border-t border-line py-3">
            <p className="min-w-0 grow [overflow-wrap:anywhere]">
              <span className="font-semibold">{team.headline || team.code}</span> · {role}
            </p>
            <ActionForm id={`leave-${id}`} action={leaveTeamAction}>
              <input type="hidden" name="memberId" value={id} />
              <SubmitButton tone="plain">{t("leave")}</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
