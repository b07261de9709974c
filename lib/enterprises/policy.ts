import type { Viewer } from "#lib/auth/viewer.ts";
import type { EnterpriseStatus } from "./schema.ts";

/** Enterprises are verified by the Yantai office, Hong Kong ones too; an administrator stands in. */
export const canVerifyEnterprises = (viewer: Viewer) =>
  viewer.role === "ADMIN" ||
  viewer.role === "SYSTEM" ||
  (viewer.role === "OFFICER" && viewer.office === "YANTAI");

export const canHandleEnterprises = (viewer: Viewer) =>
  viewer.role === "ADMIN" || viewer.role === "SYSTEM" || viewer.role === "OFFICER";

/** The reader's own enterprise and no other. A viewer without one matches nothing. */
export const ownEnterprise = (viewer: Viewer) =>
  viewer.role === "ENTERPRISE" && viewer.enterpriseId
    ? { id: viewer.enterpriseId }
    : { id: { in: [] as string[] } };

/** Deals with people: never verified or suspended it reads nothing of anybody. As bridge_member_of in SQL. */
export const inStanding = { status: "VERIFIED" } as const satisfies { status: EnterpriseStatus };

/** From which states a decision may be made. */
export const ENTERPRISE_TRANSITIONS = {
  verify: { from: ["SUBMITTED", "CHANGES_REQUESTED", "SUSPENDED"], to: "VERIFIED" },
  requestChanges: { from: ["SUBMITTED"], to: "CHANGES_REQUESTED" },
  reject: { from: ["SUBMITTED", "CHANGES_REQUESTED"], to: "REJECTED" },
  suspend: { from: ["VERIFIED"], to: "SUSPENDED" },
} as const satisfies Record<string, { from: readonly EnterpriseStatus[]; to: EnterpriseStatus }>;

/** Its own people may change it in these states; once verified, what was verified is locked. */
export const EDITABLE: readonly EnterpriseStatus[] = ["SUBMITTED", "CHANGES_REQUESTED", "VERIFIED"];
export const locksIdentity = (status: EnterpriseStatus) => status === "VERIFIED" || status === "SUSPENDED";
