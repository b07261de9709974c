import type { Viewer } from "#lib/auth/viewer.ts";
import { countUnread } from "#lib/notifications/queries.ts";
import { BellLink } from "./bell-link.tsx";

/** The way to the notifications, with how many are new. */
export async function Bell({ viewer }: { viewer: Viewer }) {
  return <BellLink unread={await countUnread(viewer)} />;
}
