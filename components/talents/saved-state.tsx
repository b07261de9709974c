import { useNow, useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import type { OwnProfile } from "#lib/talents/queries.ts";

/** "Saved 14:02 · not yet submitted": always in sight, so that saved and submitted are never mixed up. */
export function SavedState({
  own,
}: {
  own: Pick<OwnProfile, "status" | "savedAt" | "editedSinceVerification">;
}) {
  const t = useTranslations("talents.form");
  const format = useFormat();
  const now = useNow();
  const sameDay =
    format.dateTime(own.savedAt, { dateStyle: "short" }) === format.dateTime(now, { dateStyle: "short" });
  const time = sameDay
    ? format.dateTime(own.savedAt, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
    : format.dateTime(own.savedAt, {
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      });
  const [key, tone]: [string, TagTone] =
    own.status === "DRAFT"
      ? ["savedDraft", "warn"]
      : own.status === "CHANGES_REQUESTED"
        ? ["savedChanges", "warn"]
        : own.status === "SUBMITTED" || own.status === "UNDER_REVIEW"
          ? ["savedSubmitted", "sea"]
          : own.status === "LISTED" || own.status === "VERIFIED" || own.status === "PAUSED"
            ? own.editedSinceVerification
              ? ["savedEdited", "sea"]
              : ["savedVerified", "ok"]
            : ["savedOther", "plain"];
  return <StatusTag tone={tone}>{t(key, { time })}</StatusTag>;
}
