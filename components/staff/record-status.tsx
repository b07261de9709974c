import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";

const tones = {
  talents: {
    DRAFT: "plain",
    SUBMITTED: "sea",
    UNDER_REVIEW: "bauhinia",
    CHANGES_REQUESTED: "warn",
    VERIFIED: "ok",
    LISTED: "ok",
    PAUSED: "warn",
    REJECTED: "bad",
    ARCHIVED: "plain",
  },
  enterprises: {
    SUBMITTED: "sea",
    CHANGES_REQUESTED: "warn",
    VERIFIED: "ok",
    REJECTED: "bad",
    SUSPENDED: "bad",
  },
  needs: {
    DRAFT: "plain",
    SUBMITTED: "sea",
    RETURNED: "warn",
    OPEN: "ok",
    PARTIALLY_FILLED: "ok",
    PAUSED: "warn",
    FILLED: "plain",
    CLOSED: "plain",
    EXPIRED: "plain",
    WITHDRAWN: "plain",
  },
  messages: { OPEN: "sea", ANSWERED: "ok", CLOSED: "plain" },
  matches: {
    SUGGESTED: "sea",
    IN_REVIEW: "bauhinia",
    REJECTED: "bad",
    APPROVED: "ok",
    INVITED: "bauhinia",
    TALENT_ACCEPTED: "ok",
    TALENT_DECLINED: "plain",
    INVITATION_EXPIRED: "warn",
    ENTERPRISE_DECLINED: "plain",
    INTRODUCED: "ok",
    WITHDRAWN: "plain",
  },
  projects: {
    PLANNED: "plain",
    ACTIVE: "ok",
    AT_RISK: "warn",
    PAUSED: "warn",
    COMPLETED: "ok",
    CANCELLED: "bad",
  },
} as const satisfies Record<string, Record<string, TagTone>>;

/** The state of a record as word, icon and colour. */
export function RecordStatus({ kind, status }: { kind: keyof typeof tones; status: string }) {
  const t = useTranslations("staff.status");
  return (
    <span className="whitespace-nowrap">
      <StatusTag tone={(tones[kind] as Record<string, TagTone>)[status] ?? "plain"}>
        {t(`${kind}.${status}`)}
      </StatusTag>
    </span>
  );
}
