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
        // what was said, agreed and asked, and what was written about them in scorecards, without their authors' names
        introductions: {
          select: {
            code: true,
            status: true,
            createdAt: true,
            closedAt: true,
            enterprise: { select: { name: true } },
            stages: {
              where: { undoneAt: null },
              select: { status: true, enteredAt: true },
              orderBy: { enteredAt: "asc" },
            },
            threads: {
              where: { party: { in: ["TALENT", "ALL"] } },
              select: {
                party: true,
                messages: { select: { side: true, body: true, createdAt: true }, orderBy: { seq: "asc" } },
              },
            },
            files: { select: { side: true, filename: true, size: true, sha256: true, createdAt: true } },
            tasks: {
              where: { side: "TALENT" },
              select: { titles: true, status: true, answer: true, reason: true, submittedAt: true },
            },
            offers: {
              select: {
                number: true,
                status: true,
                mode: true,
                title: true,
                place: true,
                startOn: true,
                daysPerMonth: true,
                payMin: true,
                payMax: true,
                payCurrency: true,
                payPeriod: true,
                housing: true,
                terms: true,
                recordedAt: true,
                decidedAt: true,
                reason: true,
              },
            },
            landing: { select: { landedOn: true, proofKind: true, note: true, countersignedAt: true } },
            followUps: {
              where: { side: "TALENT", answeredAt: { not: null } },
              select: { day: true, retained: true, satisfaction: true, answers: true, answeredAt: true },
            },
            visits: { select: { title: true, startsOn: true, endsOn: true, note: true, reason: true } },
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
