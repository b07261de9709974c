import type { AppLocale } from "#lib/i18n/locales.ts";
import type { NeedInput } from "#lib/matching/types.ts";
import { toNeedInput } from "#lib/needs/projection.ts";
import { contentSelect } from "#lib/needs/rows.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { NeedStatus } from "#prisma/generated/enums.ts";
import { converter } from "./script.ts";

/** A need as it stands beside a talent: its content, and whose it is where that may be told. */
export const needViewSelect = {
  id: true,
  code: true,
  status: true,
  enterprise: { select: { name: true, nameEn: true, status: true } },
  ...contentSelect,
} as const satisfies Prisma.NeedSelect;
export type NeedViewRow = Prisma.NeedGetPayload<{ select: typeof needViewSelect }>;

export type NeedView = {
  id: string;
  code: string;
  status: NeedStatus;
  lang: AppLocale;
  /** null where the workstation stands for it */
  enterprise: string | null;
  verified: boolean;
  confidential: boolean;
  chainId: string;
  housing: boolean;
  relocation: boolean;
  ipTerms: string;
  content: NeedInput;
};

/** A need with its title and text in the other Chinese script: an aid that may be wrong. */
export function needViewIn(need: NeedView, locale: AppLocale): NeedView {
  const read = converter(need.lang, locale);
  const { title, description } = need.content;
  return {
    ...need,
    lang: locale,
    content: { ...need.content, title: title && read(title), description: description && read(description) },
  };
}

export function needView(row: NeedViewRow, { named }: { named: boolean }): NeedView {
  const content = toNeedInput(row);
  return {
    id: row.id,
    code: row.code,
    status: row.status,
    lang: content.locale as AppLocale,
    enterprise: row.confidential && !named ? null : row.enterprise.name,
    verified: row.enterprise.status === "VERIFIED",
    confidential: row.confidential,
    chainId: row.chain,
    housing: row.housing,
    relocation: row.relocation,
    ipTerms: row.ipTerms,
    content,
  };
}
