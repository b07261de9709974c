"use client";

import { ArrowDown, ArrowUp, Equal, LogOut, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { ShownMove, WeightPreview } from "#lib/matches/weight-queries.ts";
import { MOVES_SHOWN } from "#lib/matches/weight-set.ts";

const kindOf = ({ from, to }: ShownMove) => {
  if (to === null || to > MOVES_SHOWN) return "leaves" as const;
  if (from === null) return "enters" as const;
  return from === to ? ("stays" as const) : from > to ? ("rises" as const) : ("falls" as const);
};

const LOOKS = {
  rises: { icon: ArrowUp, look: "text-ok" },
  falls: { icon: ArrowDown, look: "text-warn" },
  stays: { icon: Equal, look: "text-mute" },
  enters: { icon: Plus, look: "text-ok" },
  leaves: { icon: LogOut, look: "text-warn" },
} as const;

/** The first of the list as they would stand, each with the place it comes from. */
export function WeightMoves({ preview, working = false }: { preview: WeightPreview; working?: boolean }) {
  const t = useTranslations("weights");
  const { moves, source, compared } = preview;
  const kinds = moves.map(kindOf);
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  return (
    <section aria-label={t("moves")} className={cx(working && "opacity-60")}>
      <h3 className="text-base">{t("moves")}</h3>
      <p className="mt-1 text-sm text-slate" aria-live="polite">
        {count("rises", "falls", "enters", "leaves") === 0
          ? t("nothingMoves", { count: compared })
          : t("summary", { moved: count("rises", "falls"), entered: count("enters"), count: compared })}
      </p>
      {source === "saved" && (
        <p className="mt-2 rounded-md bg-warn-bg px-3 py-2 text-sm text-warn">{t("saved")}</p>
      )}
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {moves.map((move, index) => (
          <MoveRow key={move.talentId} move={move} kind={kinds[index] ?? "stays"} />
        ))}
      </ol>
    </section>
  );
}

function MoveRow({ move, kind }: { move: ShownMove; kind: keyof typeof LOOKS }) {
  const t = useTranslations("weights");
  const { icon: Icon, look } = LOOKS[kind];
  const place = (value: number | null) => (value === null ? t("beyond") : String(value));
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-center gap-3 py-2">
      <span className="text-right text-lg font-semibold tabular-nums">
        {kind === "leaves" ? "–" : move.to}
      </span>
      <span className="min-w-0">
        <span lang={langTag(move.lang)} className="block truncate">
          {move.headline || move.code}
        </span>
        <span className="block text-sm text-mute">{move.code}</span>
      </span>
      <span className="text-right text-sm">
        <span className={cx("flex items-center justify-end gap-1 font-semibold", look)}>
          <Icon aria-hidden className="size-4 shrink-0" />
          {kind === "enters" || kind === "stays"
            ? t(kind)
            : t("fromTo", { from: place(move.from), to: place(move.to) })}
        </span>
        <span className="block text-slate tabular-nums">
          {move.scoreFrom !== null && `${move.scoreFrom.toFixed(1)} → `}
          {move.scoreTo === null ? t("beyond") : move.scoreTo.toFixed(1)}
        </span>
      </span>
    </li>
  );
}
