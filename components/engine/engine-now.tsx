import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { numberFormatter } from "#components/ui/formatters.ts";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, Facts, Notice } from "#components/ui/surface.tsx";
import type { Engine } from "#lib/matches/engine-state.ts";

/** Whether there is an engine to ask, and what each worker says of its own. */
export async function EngineNow({ engines }: { engines: Engine[] }) {
  const t = await getTranslations("engine");
  const alive = engines.filter((engine) => engine.alive);
  const ready = alive.filter((engine) => engine.facts.ready);
  const standing = ready.length > 0 ? "ready" : alive.length > 0 ? "starting" : "absent";
  return (
    <Card bridge>
      <h2 className="text-lg">{t("now.title")}</h2>
      <div className="mt-3">
        <Notice tone={standing === "ready" ? "ok" : standing === "starting" ? "warn" : "bad"}>
          {t(`standing.${standing}`, { count: ready.length })}
        </Notice>
      </div>
      {engines.length > 0 && <Workers engines={engines} />}
      {engines[0] && <Versions engine={ready[0] ?? engines[0]} />}
    </Card>
  );
}

async function Workers({ engines }: { engines: Engine[] }) {
  const t = await getTranslations("engine");
  const format = numberFormatter(await getLocale(), { maximumFractionDigits: 1 });
  const number = (value: number) => format.format(value);
  const seconds = (value: number | null) => (value === null ? "–" : t("seconds", { value: number(value) }));
  return (
    <div className="mt-5">
      <DataTable
        caption={t("now.workers")}
        rows={engines}
        rowKey={(engine) => engine.id}
        columns={[
          {
            key: "worker",
            header: t("now.worker"),
            primary: true,
            cell: ({ id, startedAt }) => (
              <>
                {id.slice(0, 8)}
                <span className="block text-sm font-normal text-slate">
                  {t.rich("now.since", { date: () => <DateText value={startedAt} time year={false} /> })}
                </span>
              </>
            ),
          },
          {
            key: "state",
            header: t("now.state"),
            cell: ({ alive, beatAt, facts }) => (
              <>
                <StatusTag tone={!alive ? "bad" : facts.ready ? "ok" : "warn"}>
                  {t(!alive ? "now.silent" : facts.ready ? "now.ready" : "now.reading")}
                </StatusTag>
                <span className="block text-sm text-slate">
                  {t.rich("now.beat", { date: () => <DateText value={beatAt} time year={false} /> })}
                </span>
              </>
            ),
          },
          {
            key: "talents",
            header: t("now.talents"),
            numeric: true,
            cell: ({ facts }) => (
              <>
                {number(facts.talents)}
                <span className="block text-sm text-slate">
                  {facts.missing + facts.stale > 0
                    ? t("now.behind", { missing: facts.missing, stale: facts.stale })
                    : t("now.waiting", { count: facts.waiting })}
                </span>
              </>
            ),
          },
          {
            key: "needs",
            header: t("now.needs"),
            numeric: true,
            cell: ({ facts }) => (
              <>
                {number(facts.needs)}
                <span className="block text-sm text-slate">
                  {t("now.concepts", { count: facts.concepts })}
                </span>
              </>
            ),
          },
          {
            key: "memory",
            header: t("now.memory"),
            numeric: true,
            cell: ({ facts }) => t("mebibytes", { value: number(facts.memoryMiB) }),
          },
          {
            key: "build",
            header: t("now.build"),
            numeric: true,
            cell: ({ facts }) => (
              <>
                {seconds(facts.buildSeconds)}
                {facts.builtAt && (
                  <span className="block text-sm text-slate">
                    <DateText value={facts.builtAt} time year={false} />
                  </span>
                )}
              </>
            ),
          },
          {
            key: "lag",
            header: t("now.lag"),
            numeric: true,
            cell: ({ facts }) => seconds(facts.lagMs / 1000),
          },
          {
            key: "ranked",
            header: t("now.ranked"),
            numeric: true,
            cell: ({ facts }) => (
              <>
                {number(facts.ranked)}
                {facts.lastRankedAt && (
                  <span className="block text-sm text-slate">
                    <DateText value={facts.lastRankedAt} time year={false} />
                    {facts.lastRankedMs !== null &&
                      ` · ${t("milliseconds", { value: number(facts.lastRankedMs) })}`}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

async function Versions({ engine: { facts } }: { engine: Engine }) {
  const t = await getTranslations("engine.versions");
  return (
    <div className="mt-5">
      <Facts
        items={[
          { term: t("engine"), value: facts.engineVersion },
          { term: t("dictionary"), value: facts.dictionaryVersion },
          { term: t("weights"), value: facts.weightsVersion },
          { term: t("index"), value: facts.indexVersion },
        ]}
      />
    </div>
  );
}
