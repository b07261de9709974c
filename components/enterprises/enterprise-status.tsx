import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { EnterpriseStatus, OwnEnterprise } from "#lib/enterprises/schema.ts";

const TONES = {
  SUBMITTED: "sea",
  CHANGES_REQUESTED: "warn",
  VERIFIED: "ok",
  REJECTED: "bad",
  SUSPENDED: "bad",
} as const;

export function EnterpriseStatusTag({ status }: { status: EnterpriseStatus }) {
  const t = useTranslations("enterprises.status");
  return <StatusTag tone={TONES[status]}>{t(status)}</StatusTag>;
}

/** What stands between the organisation and open needs, in words; nothing once it is verified. */
export function EnterpriseNotice({ enterprise }: { enterprise: OwnEnterprise }) {
  const t = useTranslations("enterprises.notice");
  if (enterprise.status === "VERIFIED") return null;
  return (
    <Notice tone={TONES[enterprise.status]}>
      <UserText>{t(enterprise.status, { note: enterprise.reviewNote ?? t("none") })}</UserText>
    </Notice>
  );
}
