import type { ProfileStatus } from "#prisma/generated/enums.ts";

export const STATIONS = ["registered", "submitted", "verified", "matching", "introduced"] as const;
export type Station = (typeof STATIONS)[number];
type State = "done" | "now" | "next";

// the station that a profile is at; those before it are done
const AT: Record<ProfileStatus, Station> = {
  DRAFT: "submitted",
  CHANGES_REQUESTED: "submitted",
  SUBMITTED: "verified",
  UNDER_REVIEW: "verified",
  VERIFIED: "matching",
  LISTED: "matching",
  PAUSED: "matching",
  REJECTED: "verified",
  ARCHIVED: "submitted",
  ERASED: "registered",
};

/** How far the person's introductions have come. */
export type Reach = "none" | "introduced" | "landed";

/** The stations of a profile's way, with where it is; who has arrived has them all behind them. */
export function wayOf(status: ProfileStatus, reach: Reach): { station: Station; state: State }[] {
  const at =
    reach === "landed"
      ? STATIONS.length
      : STATIONS.indexOf(reach === "introduced" ? "introduced" : AT[status]);
  return STATIONS.map((station, index) => ({
    station,
    state: index < at ? "done" : index === at ? "now" : "next",
  }));
}
