import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import type { Role } from "#prisma/generated/enums.ts";
import { groupOf, isKind, type Kind, kindsOf, type Preference, preferenceOf, ruleOf } from "./kinds.ts";
import { type Params, readParams } from "./params.ts";
import { notificationText } from "./text.ts";

/** More than this is shown as "99+". */
const COUNTED = 100;
const PAGE = 30;

/** How many the viewer has not read, counted up to 100. */
export async function countUnread(viewer: Viewer): Promise<number> {
  if (!viewer.accountId) return 0;
  const rows = await db.notification.findMany({
    where: { accountId: viewer.accountId, shown: true, readAt: null },
    select: { id: true },
    take: COUNTED,
  });
  return rows.length;
}

export type NotificationView = {
  id: string;
  kind: Kind;
  text: string;
  path: string;
  /** of the case or the person, to tell two of one need apart */
  code: string | null;
  read: boolean;
  at: Date;
};

/** The viewer's notifications, newest first, in words of the language of the page. */
export async function listNotifications(
  viewer: Viewer,
  locale: AppLocale,
  before?: string,
): Promise<{ items: NotificationView[]; next: string | null }> {
  const rows = await db.notification.findMany({
    where: { accountId: viewer.accountId ?? "", shown: true, ...(before ? beforeRow(before) : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: { id: true, kind: true, params: true, path: true, readAt: true, createdAt: true },
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    // a kind that is no longer told of may still have rows
    items: page.flatMap(({ kind, params, readAt, createdAt, ...row }) =>
      isKind(kind)
        ? [
            {
              ...row,
              kind,
              text: notificationText(locale, kind, readParams(params)),
              code: codeIn(readParams(params)),
              read: readAt !== null,
              at: createdAt,
            },
          ]
        : [],
    ),
    next: rows.length > PAGE && last ? `${last.createdAt.toISOString()}_${last.id}` : null,
  };
}

const codeIn = ({ code }: Params) => (typeof code === "string" ? code : null);

function beforeRow(mark: string) {
  const [time = "", id = ""] = mark.split("_");
  const createdAt = new Date(time);
  if (Number.isNaN(createdAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) return {};
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

export type PreferenceRow = { kind: Kind; group: ReturnType<typeof groupOf>; fixed: boolean } & Preference;

/** How the viewer hears of each kind that concerns their role. */
export async function listPreferences(viewer: Viewer): Promise<PreferenceRow[]> {
  const role = viewer.role as Role;
  const chosen = await db.notificationPreference.findMany({
    where: { accountId: viewer.accountId ?? "" },
    take: 100,
  });
  const kinds = kindsOf(role);
  const leading = kinds.filter(
    (kind, index) => kinds.findIndex((one) => groupOf(one) === groupOf(kind)) === index,
  );
  return leading.map((kind) => ({
    kind,
    group: groupOf(kind),
    fixed: ruleOf(kind).fixed === true,
    ...preferenceOf(
      kind,
      role,
      chosen.find((one) => one.kind === kind),
    ),
  }));
}

/** In which language a mail's link that stops mails speaks. */
export async function localeOfAccount(accountId: string): Promise<AppLocale | null> {
  const account = await db.account.findUnique({ where: { id: accountId }, select: { locale: true } });
  return account && fromDbLocale(account.locale);
}
