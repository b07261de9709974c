import { db } from "#lib/db.ts";
import { listEngines } from "./engine-state.ts";

/**
 * Whether any worker's engine can be asked: `ready`; `starting` while workers are alive and still read their index; `absent`
 * when no worker has been heard of lately.
 */
export type EngineStanding = "ready" | "starting" | "absent";

export async function engineStanding(): Promise<EngineStanding> {
  const alive = (await listEngines()).filter((engine) => engine.alive);
  if (alive.length === 0) return "absent";
  return alive.some((engine) => engine.facts.ready) ? "ready" : "starting";
}

/**
 * Whether a stored ranking is as new as what it was made of: `current`; else, while its job waits or runs, `underWay`, or
 * `starting` or `held` while the engine is not ready or not there to do it.
 */
export type RankingState = "current" | "underWay" | "starting" | "held";

type Ranked = { id: string; matchedAt: Date | null /** it takes part in matching */; takesPart: boolean };

export async function rankingStateOf(side: "need" | "talent", row: Ranked): Promise<RankingState> {
  if (!row.takesPart || (row.matchedAt && !(await isPending(side, row.id)))) return "current";
  const engine = await engineStanding();
  return engine === "ready" ? "underWay" : engine === "starting" ? "starting" : "held";
}

const JOBS = {
  need: { name: "matches.refreshNeed", field: "needId" },
  talent: { name: "matches.refreshTalent", field: "talentId" },
} as const;

/** Those that wait are found by their key, and few run at a time. */
async function isPending(side: "need" | "talent", id: string): Promise<boolean> {
  const { name, field } = JOBS[side];
  const names = [name, "matches.refill"];
  const [row] = await db.$queryRaw<[{ pending: boolean }]>`
    SELECT EXISTS (SELECT 1 FROM pgboss.job WHERE name = ANY(${names}) AND state = 'created' AND policy = 'short'
        AND coalesce(singleton_key, '') = ${id})
      OR EXISTS (SELECT 1 FROM pgboss.job WHERE name = ANY(${names}) AND state IN ('retry', 'active') AND data->>${field} = ${id}) AS pending`;
  return row.pending;
}
