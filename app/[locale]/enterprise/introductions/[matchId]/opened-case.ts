import { getLocale } from "next-intl/server";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";

/** The case of a match. Where it is closed to the enterprise, old notices still lead here: the match's own page says how it ended. */
export async function openedCase(viewer: Viewer, matchId: string): Promise<CaseFrame> {
  const found = await getCaseFrame(viewer, { matchId });
  if (found) return found;
  return redirect({ href: `/enterprise/introductions/${matchId}`, locale: (await getLocale()) as AppLocale });
}
