import { getTranslations } from "next-intl/server";
import { criterionIds, defaultWeights, WEIGHTS_VERSION } from "#lib/matching/weights.ts";

/** The engine's own points, so that the page cannot say others than those that count. */
export async function WeightTable() {
  const t = await getTranslations("public.matching.points");
  const names = await getTranslations("matching.criteria");
  const rows = criterionIds
    .map((id) => ({ id, points: defaultWeights[id].need + defaultWeights[id].talent }))
    .sort((a, b) => b.points - a.points);
  return (
    <section id="points" className="mt-9 scroll-mt-6">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="mt-2.5 leading-[1.75]">{t("text", { version: WEIGHTS_VERSION })}</p>
      <table className="mt-4 w-full border-collapse text-left">
        <thead>
          <tr className="border-b-2 border-line text-sm text-slate">
            <th scope="col" className="py-2 pr-4 font-semibold">
              {t("part")}
            </th>
            <th scope="col" className="py-2 text-right font-semibold">
              {t("most")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, points }) => (
            <tr key={id} className="border-b border-line align-top">
              <th scope="row" className="py-2.5 pr-4 font-semibold">
                {names(id)}
                <span className="block text-sm font-normal text-slate">{t(`about.${id}`)}</span>
              </th>
              <td className="py-2.5 text-right tabular-nums">{points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
