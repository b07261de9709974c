import { CirclePause, CirclePlay, FileEdit, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { NeedStatus } from "#lib/needs/schema.ts";

const LOOKS = {
  DRAFT: { tone: "plain", icon: FileEdit },
  SUBMITTED: { tone: "sea", icon: undefined },
  RETURNED: { tone: "warn", icon: Undo2 },
  OPEN: { tone: "ok", icon: CirclePlay },
  PARTIALLY_FILLED: { tone: "ok", icon: CirclePlay },
  PAUSED: { tone: "warn", icon: CirclePause },
  FILLED: { tone: "ok", icon: undefined },
  CLOSED: { tone: "plain", icon: undefined },
  EXPIRED: { tone: "plain", icon: undefined },
  WITHDRAWN: { tone: "plain", icon: undefined },
} as const;

/** Where a need stands: word, icon and colour. */
export function NeedStatusTag({ status }: { status: NeedStatus }) {
  const t = useTranslations("needs.status");
  return <StatusTag {...LOOKS[status]}>{t(status)}</StatusTag>;
}
