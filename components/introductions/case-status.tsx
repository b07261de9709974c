import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";

export const CASE_TONES: Record<CaseFrame["status"], TagTone> = {
  SENT: "sea",
  ACKNOWLEDGED: "sea",
  MEETING: "bauhinia",
  OFFER: "bauhinia",
  ACCEPTED: "ok",
  LANDED: "ok",
  FOLLOW_UP: "ok",
  CLOSED: "plain",
  NO_FIT: "plain",
  WITHDRAWN: "plain",
};

/** The state of a case in the words of the side that reads it. */
export function CaseStatus({
  status,
  side = "STAFF",
}: {
  status: CaseFrame["status"];
  side?: CaseFrame["side"];
}) {
  const t = useTranslations("cases.status");
  return (
    <span className="whitespace-nowrap">
      <StatusTag tone={CASE_TONES[status]}>{t(`${side}.${status}`)}</StatusTag>
    </span>
  );
}
