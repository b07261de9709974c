import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import type { MatchStatus } from "#lib/matches/schema.ts";

const TONES: Record<MatchStatus, TagTone> = {
  SUGGESTED: "plain",
  IN_REVIEW: "sea",
  REJECTED: "bad",
  APPROVED: "sea",
  INVITED: "bauhinia",
  TALENT_ACCEPTED: "warn",
  TALENT_DECLINED: "bad",
  INVITATION_EXPIRED: "plain",
  ENTERPRISE_DECLINED: "bad",
  INTRODUCED: "ok",
  WITHDRAWN: "plain",
};

export function MatchStatusTag({ status }: { status: MatchStatus }) {
  const t = useTranslations("matches.status");
  return <StatusTag tone={TONES[status]}>{t(status)}</StatusTag>;
}
