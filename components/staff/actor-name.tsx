import { useTranslations } from "next-intl";
import type { AuditRow } from "#lib/audit/queries.ts";

/** Who acted, for staff: a colleague by name, a person by the short id that the trail keeps of them, a job as the portal. */
export function ActorName({
  row: { actorRole, actorName },
}: {
  row: Pick<AuditRow, "actorRole" | "actorName">;
}) {
  const t = useTranslations("audit.actors");
  if (actorRole === "SYSTEM") return t("SYSTEM");
  return actorName.startsWith("#") ? t("person", { id: actorName }) : actorName;
}
