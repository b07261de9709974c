import { useTranslations } from "next-intl";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import type { CandidateState } from "#lib/introductions/schema.ts";

const TONES: Record<CandidateState, TagTone> = {
  waiting: "bauhinia",
  introduced: "ok",
  declined: "plain",
  ended: "plain",
};

export function CandidateStateTag({ state }: { state: CandidateState }) {
  const t = useTranslations("introductions.state");
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>;
}
