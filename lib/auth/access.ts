import type { Viewer } from "./viewer.ts";

/**
 * Who may open which page and call which action: the one table that pages, actions and the access test read.
 * PUBLIC: everybody, signed in or not. A list: these roles. Rows are narrowed further inside each query.
 */
export type Access = "PUBLIC" | readonly Viewer["role"][];

const TALENT = ["TALENT"] as const;
const ENTERPRISE = ["ENTERPRISE"] as const;
const STAFF = ["OFFICER", "ADMIN"] as const;
const ADMIN = ["ADMIN"] as const;
const SIGNED_IN = ["TALENT", "ENTERPRISE", "OFFICER", "ADMIN"] as const;

/** Route patterns as in app/[locale], without the language and without route groups. */
export const PAGE_ACCESS = {
  "/": "PUBLIC",
} as const satisfies Record<string, Access>;

/** Exported server actions by name. */
export const ACTION_ACCESS = {
  placeholder: [...TALENT, ...ENTERPRISE, ...STAFF, ...ADMIN, ...SIGNED_IN],
} as const satisfies Record<string, Access>;

export type PagePath = keyof typeof PAGE_ACCESS;
export type ActionName = keyof typeof ACTION_ACCESS;

export const allows = (access: Access, viewer: Viewer | null): boolean =>
  access === "PUBLIC" || (viewer !== null && access.includes(viewer.role));
