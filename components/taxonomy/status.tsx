import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Tag } from "#components/ui/surface.tsx";
import type { ConceptSummary, Source } from "#lib/taxonomy/schema.ts";

export function ConceptStatus({ status }: { status: ConceptSummary["status"] }) {
  const t = useTranslations("taxonomy");
  return <StatusTag tone={status === "reviewed" ? "ok" : "plain"}>{t(`statuses.${status}`)}</StatusTag>;
}

const tones = { project: "plain", edited: "sea", esco: "bauhinia", retired: "warn" } as const;

export function ConceptSource({ source }: { source: Source }) {
  const t = useTranslations("taxonomy");
  return <Tag tone={tones[source]}>{t(`sources.${source}`)}</Tag>;
}
