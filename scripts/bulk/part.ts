// One thread of the bulk generator: every `threads`-th batch of talents, then of needs with their matches.
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { CONSENT_TEXT_VERSION, GIVEABLE } from "#lib/consents/schema.ts";
import { contextOf } from "#lib/matches/engine.ts";
import { type CompiledTalent, compileNeed, compileTalent } from "#lib/matching/compile.ts";
import { explain } from "#lib/matching/explain.ts";
import { rankTalents } from "#lib/matching/rank.ts";
import { insertAll } from "./insert.ts";
import { matchOf, needInputOf, talentInputOf } from "./matches.ts";
import { enterpriseOf, needOf } from "./needs.ts";
import { idOf } from "./random.ts";
import { personOf, type TalentRows, talentOf } from "./talents.ts";
import { type Field, readWords } from "./words.ts";

export type Part = {
  url: string;
  seed: number;
  now: number;
  officers: string[];
  talents: number;
  needs: number;
  enterprises: number;
  matchesPerNeed: number;
  /** candidates a field that matches are made with */
  pool: number;
  thread: number;
  threads: number;
};

const BATCH = 500;
const part = workerData as Part;
const { seed, now, officers } = part;
const words = readWords(seed);
const client = new pg.Client(part.url);

/** Starts of this thread's batches. */
function* batches(total: number): Generator<[from: number, to: number]> {
  for (let from = part.thread * BATCH; from < total; from += part.threads * BATCH)
    yield [from, Math.min(total, from + BATCH)];
}

const emptyTalentRows = (): TalentRows => ({
  Account: [],
  Talent: [],
  TalentIdentity: [],
  TalentContact: [],
  TeamMember: [],
  TeamMemberIdentity: [],
  Consent: [],
  AuditEvent: [],
});

async function fillTalents() {
  const rows = emptyTalentRows();
  let writing: Promise<void> = Promise.resolve();
  for (const [from, to] of batches(part.talents)) {
    for (let index = from; index < to; index++) talentOf(seed, index, words, now, officers, rows);
    await writing;
    const full = Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.splice(0)]));
    writing = insertAll(client, full);
    writing.catch(() => {});
  }
  await writing;
}

/** Listed talents of each field, compiled: those with the lowest numbers, which both threads choose alike. */
function candidates(): Map<Field, CompiledTalent[]> {
  const context = contextOf(new Date(now).toISOString().slice(0, 10));
  const found = new Map<Field, CompiledTalent[]>(words.fields.map((field) => [field, []]));
  let missing = words.fields.length;
  for (let index = 0; index < part.talents && missing > 0; index++) {
    const person = personOf(seed, index, words, now);
    const list = found.get(person.field)!;
    if (person.status !== "LISTED" || list.length >= part.pool) continue;
    list.push(
      compileTalent(talentInputOf(talentOf(seed, index, words, now, officers, emptyTalentRows())), context),
    );
    if (list.length === part.pool) missing--;
  }
  return found;
}

async function fillNeeds() {
  const context = contextOf(new Date(now).toISOString().slice(0, 10));
  const pool = candidates();
  for (const [from, to] of batches(part.needs)) {
    const rows = {
      Need: [] as object[],
      Match: [] as object[],
      Consent: [] as object[],
      AuditEvent: [] as object[],
    };
    for (let index = from; index < to; index++) {
      const { row, field, open } = needOf(seed, index, words, now, officers, part.enterprises);
      rows.Need.push(row);
      rows.AuditEvent.push({
        actorId: officers[0],
        actorName: "Bulk",
        actorRole: "OFFICER",
        office: row.office,
        recordType: "need",
        recordId: row.id,
        reason: null,
        detail: {},
        at: row.createdAt,
        action: "need.submitted",
      });
      if (!open) continue;
      const need = compileNeed(needInputOf(row), context);
      const list = pool.get(field)!;
      const byId = new Map(list.map((talent) => [talent.id, talent]));
      for (const pair of rankTalents(need, list, { depth: part.matchesPerNeed })) {
        const match = matchOf(seed, row, explain(need, byId.get(pair.talentId)!), officers, now);
        rows.Match.push(match);
        if (match.status === "INTRODUCED") addConsents(rows, row, match);
      }
    }
    await insertAll(client, rows);
  }
}

function addConsents(
  rows: { Consent: object[] },
  need: ReturnType<typeof needOf>["row"],
  match: ReturnType<typeof matchOf>,
) {
  for (const [purpose, category] of ["INTRODUCTION", "CROSS_BORDER"].flatMap((purpose) =>
    GIVEABLE.map((category) => [purpose, category]),
  ))
    rows.Consent.push({
      id: idOf(seed, "consent", match.id, purpose!, category!),
      talentId: match.talentId,
      enterpriseId: need.enterpriseId,
      matchId: match.id,
      purpose,
      category,
      recipient: null,
      textVersion: CONSENT_TEXT_VERSION,
      locale: "zh-Hant",
      channel: "PORTAL",
      grantedAt: match.talentDecidedAt,
    });
}

await client.connect();
await client.query("SET synchronous_commit = off");
if (part.thread === 0)
  await insertAll(client, {
    Enterprise: Array.from({ length: part.enterprises }, (_, index) => enterpriseOf(seed, index, words, now)),
  });
parentPort!.postMessage("enterprises");
await fillTalents();
parentPort!.postMessage("talents");
// matches point at talents of both threads
await new Promise((resolve) => parentPort!.once("message", resolve));
await fillNeeds();
await client.end();
parentPort!.close();
