import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/surface.tsx";
import type { RankingState } from "#lib/matches/engine-standing.ts";

/** Says that a list is not as new as what it is made of, and what happens to it; nothing where it is. */
export async function RankingNotice({ state, own = false }: { state: RankingState; own?: boolean }) {
  const t = await getTranslations("engine.notice");
  if (state === "current") return null;
  return (
    <div className="mb-5">
      <Notice tone={state === "underWay" ? "sea" : "warn"}>{t(`${own ? "own" : "list"}.${state}`)}</Notice>
    </div>
  );
}
