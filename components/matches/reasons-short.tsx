import { Check, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { highlights } from "#lib/matches/explanation.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { renderReasons } from "./reason.ts";

/** Why it fits and what to talk about, in a few sentences of the person's own comparison. */
export async function ReasonsShort({ result, most = 3 }: { result: MatchResult; most?: number }) {
  const t = await getTranslations("matching.reasons");
  const { fits, cautions } = highlights(result, most);
  return (
    <ul className="mt-3 grid gap-1.5">
      {renderReasons(t, fits).map((text) => (
        <li key={text} className="flex gap-2.5">
          <Check aria-hidden className="mt-1 size-4 shrink-0 text-ok" />
          {text}
        </li>
      ))}
      {renderReasons(t, cautions).map((text) => (
        <li key={text} className="flex gap-2.5">
          <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
          {text}
        </li>
      ))}
    </ul>
  );
}
