import { getTranslations } from "next-intl/server";
import { DateText } from "#components/ui/date-text.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { Notice, Tag } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { previewWeights, type WeightsOfNeed } from "#lib/matches/weight-queries.ts";
import { factorsOf, type Percents, percentsOf, pointsOf } from "#lib/matches/weight-set.ts";
import { WeightForm } from "./weight-form.tsx";
import { WeightMoves } from "./weight-moves.tsx";

type Props = {
  viewer: Viewer;
  needId: string;
  weights: WeightsOfNeed;
  /** what the address asks to look at before it is saved; null: the panel is closed */
  asked: Percents | null;
};

/** How much each criterion counts for one need, and how its list moves when that changes. */
export async function WeightsPanel({ viewer, needId, weights, asked }: Props) {
  const t = await getTranslations("weights");
  const own = Object.keys(weights.factors).length > 0;
  const shown = asked ?? percentsOf(weights.factors);
  const preview = asked ? await previewWeights(viewer, needId, factorsOf(asked)) : null;
  return (
    <details
      id="weights"
      open={asked !== null}
      className="group mb-6 scroll-mt-24 rounded-lg border border-line bg-paper shadow-card"
    >
      <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3">
        <h2 className="text-lg">{t("title")}</h2>
        <Tag tone={own ? "bauhinia" : "plain"}>{own ? t("own") : t("standard")}</Tag>
        {own && weights.changed && (
          <span className="text-sm text-slate">
            {t.rich("changed", {
              name: weights.changed.by,
              date: () => <DateText value={weights.changed?.at ?? ""} time />,
            })}
          </span>
        )}
      </summary>
      <div className="border-t border-line p-5">
        <p className="max-w-prose text-slate">{t("lead")}</p>
        {own && weights.changed?.reason && (
          <p className="mt-2 max-w-prose">{t("reasonWas", { reason: weights.changed.reason })}</p>
        )}
        {weights.canChange ? (
          <Messages only={["weights", "matching"]}>
            <WeightForm
              // what was saved, or looked at, is what the fields hold
              key={`${weights.revision} ${JSON.stringify(shown)}`}
              needId={needId}
              revision={weights.revision}
              percents={shown}
              own={own}
              standard={pointsOf({})}
              preview={preview}
            />
          </Messages>
        ) : (
          <div className="mt-4">
            <Notice tone="sea">{t("fixed")}</Notice>
            {preview && (
              <Messages only={["weights"]}>
                <WeightMoves preview={preview} />
              </Messages>
            )}
          </div>
        )}
      </div>
    </details>
  );
}
