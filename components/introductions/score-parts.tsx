import { getTranslations } from "next-intl/server";
import { Link } from "#lib/i18n/navigation.ts";
import type { ScorePart } from "#lib/matches/explanation.ts";

/** How the comparison is made up, without a word of the profile. */
export async function ScoreParts({ score, parts }: { score: number; parts: ScorePart[] }) {
  const t = await getTranslations("introductions");
  const names = await getTranslations("matching.criteria");
  const words = await getTranslations("matches.score");
  return (
    <>
      <h2 className="text-lg tabular-nums">{t("score", { score: score.toFixed(1) })}</h2>
      <p className="mb-3 text-sm text-slate">{t("scoreHelp")}</p>
      <ul className="grid gap-2.5">
        {parts.map((part) => (
          <li key={part.id}>
            <p className="flex justify-between gap-3 text-[15px]">
              <span>{names(part.id)}</span>
              <span className="font-semibold tabular-nums">
                +{part.contribution.toFixed(1)}{" "}
                <span className="font-normal text-mute">/ {part.weight.toFixed(0)}</span>
              </span>
            </p>
            <progress
              className="progress text-sea-500"
              value={part.contribution}
              max={part.weight}
              aria-label={names(part.id)}
            />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <Link href="/matching" className="text-sea-700 underline underline-offset-4">
          {words("how")}
        </Link>
      </p>
    </>
  );
}
