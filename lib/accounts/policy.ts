import type { Viewer } from "#lib/auth/viewer.ts";
import { isLocale } from "#lib/i18n/locales.ts";

/** The first page of a role's workspace. */
export const homeOf = (viewer: Pick<Viewer, "role">) =>
  ({ TALENT: "/talent", ENTERPRISE: "/enterprise", OFFICER: "/staff", ADMIN: "/staff", SYSTEM: "/" })[
    viewer.role
  ];

/** A callback as a path of this site without its language, or null: `//evil`, `/\evil` and other hosts are not. */
export function localPath(callback: string | null | undefined): string | null {
  if (!callback || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(callback)) return null;
  const url = new URL(callback, "http://local");
  if (url.host !== "local") return null;
  const [, first = "", ...rest] = url.pathname.split("/");
  const path = (isLocale(first) ? `/${rest.join("/")}` : url.pathname) + url.search;
  return /^\/(?![/\\])/.test(path) ? path : null;
}
