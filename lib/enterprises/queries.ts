import type { Viewer } from "#lib/auth/viewer.ts";
import { isStaff } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { canVerifyEnterprises, ENTERPRISE_TRANSITIONS, ownEnterprise } from "./policy.ts";
import type { OwnEnterprise } from "./schema.ts";

const ownSelect = {
  id: true,
  status: true,
  name: true,
  nameEn: true,
  licenceNumber: true,
  chain: true,
  district: true,
  ftz: true,
  website: true,
  about: true,
  locale: true,
  contactName: true,
  contactPhone: true,
  office: true,
  officeSince: true,
  reviewNote: true,
  submittedAt: true,
  verifiedAt: true,
  version: true,
} as const;

/** The viewer's own enterprise. */
export async function getOwnEnterprise(viewer: Viewer): Promise<OwnEnterprise> {
  const row = await db.enterprise.findFirst({ where: ownEnterprise(viewer), select: ownSelect });
  if (!row) throw new NotFoundError();
  return { ...row, locale: fromDbLocale(row.locale) };
}

/** Whether the viewer has opened the link that was mailed to them. */
export async function hasVerifiedEmail(viewer: Viewer): Promise<boolean> {
  if (!viewer.accountId) return false;
  return (await db.account.count({ where: { id: viewer.accountId, emailVerifiedAt: { not: null } } })) === 1;
}

export type EnterpriseForStaff = OwnEnterprise & {
  demo: boolean;
  assigneeId: string | null;
  needs: number;
  members: { id: string; displayName: string; email: string; verified: boolean }[];
  can: { verify: boolean; requestChanges: boolean; reject: boolean; suspend: boolean };
};

/** For the workstation's people; null when there is none, or the viewer is not staff. */
export async function getEnterpriseForStaff(viewer: Viewer, id: string): Promise<EnterpriseForStaff | null> {
  if (!isStaff(viewer)) return null;
  const row = await db.enterprise.findFirst({
    where: { id, holding: false },
    select: {
      ...ownSelect,
      demo: true,
      assigneeId: true,
      _count: { select: { needs: true } },
      accounts: {
        where: { disabledAt: null },
        select: { id: true, displayName: true, email: true, emailVerifiedAt: true },
        take: 50,
      },
    },
  });
  if (!row) return null;
  const { _count, accounts, ...rest } = row;
  const may = (decision: keyof typeof ENTERPRISE_TRANSITIONS) =>
    canVerifyEnterprises(viewer) &&
    (ENTERPRISE_TRANSITIONS[decision].from as readonly string[]).includes(row.status);
  return {
    ...rest,
    locale: fromDbLocale(row.locale),
    needs: _count.needs,
    members: accounts.map(({ emailVerifiedAt, ...account }) => ({
      ...account,
      verified: emailVerifiedAt !== null,
    })),
    can: {
      verify: may("verify"),
      requestChanges: may("requestChanges"),
      reject: may("reject"),
      suspend: may("suspend"),
    },
  };
}
