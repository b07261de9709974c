import { getLocale, getTranslations } from "next-intl/server";
import { numberFormatter } from "#components/ui/formatters.ts";
import { Card } from "#components/ui/surface.tsx";
import { BIN, type EngineHealth } from "#lib/matches/engine-queries.ts";
import { SCORE_FLOOR } from "#lib/matches/policy.ts";

const WIDTH = 400;
const HEIGHT = 150;
const COLUMN = WIDTH / (100 / BIN);

/** How the suggestions that wait are spread over the scores: drawn, and as a table. */
export async function ScoreHistogram({ scores }: Pick<EngineHealth, "scores">) {
  const t = await getTranslations("engine.scores");
  const format = numberFormatter(await getLocale(), {});
  const total = scores.reduce((sum, column) => sum + column.count, 0);
  const most = Math.max(1, ...scores.map((column) => column.count));
  const drawn = scores.filter((column) => column.count > 0);
  return (
    <Card>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-1 text-slate">{t("total", { count: total })}</p>
      {total > 0 && (
        <>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`}
            role="img"
            aria-label={t("drawn", { from: drawn[0]?.from ?? 0, to: (drawn.at(-1)?.from ?? 0) + BIN })}
            className="mt-4 block w-full"
          >
            {scores.map(({ from, count }, at) => {
              const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT);
              return (
                <rect
                  key={from}
                  x={at * COLUMN + 1.5}
                  y={HEIGHT - height}
                  width={COLUMN - 3}
                  height={height}
                  rx="2"
                  className="fill-sea-500"
                >
                  <title>{t("column", { from, to: from + BIN, count })}</title>
                </rect>
              );
            })}
            <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-field" />
            <line
              x1={(SCORE_FLOOR / 100) * WIDTH}
              x2={(SCORE_FLOOR / 100) * WIDTH}
              y1="0"
              y2={HEIGHT}
              strokeDasharray="3 3"
              className="stroke-bau-700"
            />
            {[0, 20, 40, 60, 80, 100].map((tick) => (
              <text
                key={tick}
                x={(tick / 100) * WIDTH}
                y={HEIGHT + 16}
                textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
                className="fill-slate text-[11px] tabular-nums"
              >
                {tick}
              </text>
            ))}
          </svg>
          <p className="mt-2 text-sm text-slate">{t("floor", { floor: SCORE_FLOOR })}</p>
          <details className="mt-2 text-sm">
            <summary className="flex min-h-11 cursor-pointer items-center text-sea-700">{t("table")}</summary>
            <table className="w-full text-left">
              <thead>
                <tr className="border-b border-line text-slate">
                  <th scope="col" className="py-1 font-semibold">
                    {t("score")}
                  </th>
                  <th scope="col" className="py-1 text-right font-semibold">
                    {t("count")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {drawn.map(({ from, count }) => (
                  <tr key={from} className="border-b border-line">
                    <th scope="row" className="py-1 font-normal tabular-nums">
                      {t("range", { from, to: from + BIN })}
                    </th>
                    <td className="py-1 text-right tabular-nums">{format.format(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Card>
  );
}
