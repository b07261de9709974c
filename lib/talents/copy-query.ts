import type { Viewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { ownTalent } from "./policy.ts";
import { identitySelect, profileSelect } from "./profile.ts";
import { documentSelect, memberSelect } from "./queries.ts";

/** Everything the system holds of the viewer, to take away: plain JSON. */
export async function getOwnCopy(viewer: Viewer) {
  const row = await transaction(viewer, (tx) =>
    tx.talent.findFirst({
      where: ownTalent(viewer),
      select: {
        code: true,
        kind: true,
        status: true,
        locale: true,
        createdAt: true,
        updatedAt: true,
        submittedAt: true,
        verifiedAt: true,
        ...profileSelect,
        ...identitySelect,
        account: { select: { email: true, displayName: true, locale: true, createdAt: true } },
        documents: { select: { ...documentSelect, sha256: true, text: true } },
        members: { select: memberSelect },
        consents: {
          select: {
            purpose: true,
            category: true,
            textVersion: true,
            locale: true,
            channel: true,
            grantedAt: true,
            withdrawnAt: true,
            enterprise: { select: { name: true } },
          },
        },
        disclosures: {
          select: {
            at: true,
            office: true,
            categories: true,
            purpose: true,
            enterprise: { select: { name: true } },
          },
          orderBy: { at: "desc" },
        },
        matches: {
          where: {
            status: {
              in: [
                "INVITED",
                "TALENT_ACCEPTED",
                "TALENT_DECLINED",
                "INVITATION_EXPIRED",
                "ENTERPRISE_DECLINED",
                "INTRODUCED",
                "WITHDRAWN",
              ],
            },
            invitedAt: { not: null },
          },
          select: {
            status: true,
            invitedAt: true,
            talentDecidedAt: true,
            talentReason: true,
            need: { select: { code: true, title: true } },
          },
        },
        // what was agreed with them and what was written about them in scorecards, without their authors' names
        introductions: {
          select: {
            code: true,
            meetings: {
              select: {
                status: true,
                kind: true,
                title: true,
                place: true,
                startsAt: true,
                endsAt: true,
                reason: true,
                scorecards: {
                  select: {
                    side: true,
                    evidence: true,
                    evidenceAt: true,
                    opinion: true,
                    summary: true,
                    opinionAt: true,
                  },
                },
              },
            },
          },
        },
        savedNeeds: { select: { createdAt: true, need: { select: { code: true, title: true } } } },
      },
    }),
  );
  if (!row) throw new NotFoundError();
  return row;
}
