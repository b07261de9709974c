import { getTranslations } from "next-intl/server";
import { cx } from "#components/ui/cx.ts";
import type { Criterion } from "#lib/matching/types.ts";

type Part = Pick<Criterion, "id" | "direction" | "contribution" | "weight">;

/** From the need's shore to the talent's: what one side looks at, what both share, what the other looks at. */
const SHORES = ["needToTalent", "both", "talentToNeed"] as const;
/** Where both look, the two colours meet. */
export const BRIDGE = "[--bridge-both:color-mix(in_oklab,var(--color-sea-700),var(--color-bau-700))]";

const STROKES = {
  needToTalent: ["stroke-sea-700", "stroke-sea-500"],
  both: ["stroke-(--bridge-both)"],
  talentToNeed: ["stroke-bau-700", "stroke-bau-500"],
} as const;

export const acrossTheBridge = <P extends Part>(parts: readonly P[]): P[] =>
  SHORES.flatMap((shore) => parts.filter((part) => part.direction === shore));

const ARC = "M10 116C72 8 284 8 346 116";

/** The score as a bridge: each criterion is a stretch of the arc as long as its points, so that the parts make the whole. */
export async function ScoreArc({ score, parts }: { score: number; parts: readonly Part[] }) {
  const t = await getTranslations("matches.score");
  const criteria = await getTranslations("matching.criteria");
  const ordered = acrossTheBridge(parts).filter((part) => part.contribution > 0);
  let at = 0;
  const stretches = ordered.map((part, index) => {
    const from = at;
    at += part.contribution;
    const shades = STROKES[part.direction];
    return { part, from, shade: shades[index % shades.length]! };
  });
  const said = ordered.map((part) => `${criteria(part.id)} ${part.contribution.toFixed(1)}`).join(" + ");
  return (
    <figure className={cx("relative mx-auto max-w-90", BRIDGE)}>
      <svg
        viewBox="0 0 356 126"
        fill="none"
        className="block w-full"
        role="img"
        aria-label={`${t("of", { score: score.toFixed(1) })}: ${said}`}
      >
        <path d={ARC} className="stroke-line" strokeWidth="10" strokeLinecap="round" />
        {stretches.map(({ part, from, shade }) => (
          <path
            key={part.id}
            d={ARC}
            pathLength="100"
            className={shade}
            strokeWidth="10"
            strokeDasharray={`${Math.max(0.3, part.contribution - 0.7)} 200`}
            strokeDashoffset={-from}
          >
            <title>
              {t("part", {
                name: criteria(part.id),
                points: part.contribution.toFixed(1),
                of: part.weight.toFixed(0),
              })}
            </title>
          </path>
        ))}
      </svg>
      <figcaption className="absolute inset-x-0 bottom-0 text-center" aria-hidden>
        <span className="block text-5xl leading-none font-bold tabular-nums">{score.toFixed(1)}</span>
        <span className="text-sm text-slate">{t("title")}</span>
      </figcaption>
    </figure>
  );
}
