import { getTranslations } from "next-intl/server";
import { MatchStatusTag } from "#components/matches/match-status.tsx";
import { cx } from "#components/ui/cx.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Notice, Tag } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { Replay } from "#lib/matches/replay.ts";
import type { Numbers } from "#lib/matches/replay-compare.ts";

/** What is stored with a match beside what the engine says now, part by part. */
export async function ReplayResult({ replay }: { replay: Replay }) {
  const t = await getTranslations("engine.replay");
  return (
    <section aria-label={t("result")}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`/staff/matches/${replay.matchId}`}
          className="inline-flex min-h-11 items-center font-semibold text-sea-700 underline underline-offset-4"
        >
          {replay.needCode} × {replay.talentCode}
        </Link>
        <MatchStatusTag status={replay.status} />
        <span className="text-sm text-slate">
          {t.rich("computed", { date: () => <DateText value={replay.computedAt} time /> })}
        </span>
      </p>
      <div className="mt-3">
        <Verdict replay={replay} />
      </div>
      {replay.parts.length > 0 && <Parts replay={replay} />}
      <Totals stored={replay.stored} now={replay.now} />
    </section>
  );
}

async function Verdict({ replay: { now, same, changed } }: { replay: Replay }) {
  const t = await getTranslations("engine.replay");
  if (!now) return <Notice tone="warn">{t("notMatched")}</Notice>;
  if (same) return <Notice tone="ok">{t("same")}</Notice>;
  return (
    <Notice tone="sea" title={t("differs")}>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        {changed.length > 0 ? (
          <>
            {t("since")}
            {changed.map((one) => (
              <Tag key={one} tone="warn">
                {t(`changes.${one}`)}
              </Tag>
            ))}
          </>
        ) : (
          t("onlyDay")
        )}
      </p>
    </Notice>
  );
}

async function Parts({ replay: { parts, now } }: { replay: Replay }) {
  const t = await getTranslations("engine.replay");
  const names = await getTranslations("matching.criteria");
  const points = (part: { contribution: number; weight: number } | null) =>
    part ? (
      <>
        <span className="font-semibold">{part.contribution.toFixed(1)}</span>
        <span className="ml-1 text-sm text-mute">/ {part.weight.toFixed(1)}</span>
      </>
    ) : (
      <span className="text-mute">–</span>
    );
  const change = (part: Replay["parts"][number]) =>
    (part.now?.contribution ?? 0) - (part.stored?.contribution ?? 0);
  const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value).toFixed(1)}`;
  return (
    <div className="mt-4">
      <DataTable
        caption={t("parts")}
        rows={parts}
        rowKey={(part) => part.id}
        columns={[
          { key: "part", header: t("part"), primary: true, cell: (part) => names(part.id) },
          { key: "stored", header: t("stored"), numeric: true, cell: (part) => points(part.stored) },
          ...(now
            ? [
                {
                  key: "now",
                  header: t("now"),
                  numeric: true,
                  cell: (part: Replay["parts"][number]) => points(part.now),
                },
                {
                  key: "change",
                  header: t("change"),
                  numeric: true,
                  cell: (part: Replay["parts"][number]) => (
                    <span className={cx(part.same ? "text-mute" : "font-semibold text-bau-800")}>
                      {part.same ? t("unchanged") : signed(change(part))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

async function Totals({ stored, now }: { stored: Numbers; now: Numbers | null }) {
  const t = await getTranslations("engine.replay");
  const score = await getTranslations("matches.score");
  const versions = await getTranslations("engine.versions");
  const checks = await getTranslations("matching.checks");
  const conflicts = (numbers: Numbers) =>
    numbers.conflicts.length ? numbers.conflicts.map((one) => checks(one)).join(" · ") : t("noConflict");
  const rows: { name: string; of: (numbers: Numbers) => string }[] = [
    { name: score("title"), of: (numbers) => numbers.score?.toFixed(1) ?? "–" },
    { name: score("needToTalent"), of: (numbers) => numbers.needToTalent?.toFixed(1) ?? "–" },
    { name: score("talentToNeed"), of: (numbers) => numbers.talentToNeed?.toFixed(1) ?? "–" },
    { name: t("conflicts"), of: conflicts },
    { name: versions("engine"), of: (numbers) => numbers.engineVersion ?? "–" },
    { name: versions("dictionary"), of: (numbers) => numbers.dictionaryVersion ?? "–" },
    { name: versions("weights"), of: (numbers) => numbers.weightsVersion ?? "–" },
  ];
  return (
    <div className="mt-4">
      <DataTable
        caption={t("totals")}
        showCaption
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: "what", header: t("what"), primary: true, cell: (row) => row.name },
          { key: "stored", header: t("stored"), numeric: true, cell: (row) => row.of(stored) },
          ...(now
            ? [
                {
                  key: "now",
                  header: t("now"),
                  numeric: true,
                  cell: (row: (typeof rows)[number]) => (
                    <span className={cx(row.of(now) !== row.of(stored) && "font-semibold text-bau-800")}>
                      {row.of(now)}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
