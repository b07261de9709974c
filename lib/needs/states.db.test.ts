import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import {
  closeNeed,
  pauseNeed,
  recordFilled,
  resumeNeed,
  saveNeedDraft,
  submitNeed,
  withdrawNeed,
} from "./commands.ts";
import { expireNeeds } from "./jobs.ts";
import { openNeed, returnNeed } from "./review-commands.ts";
import type { NeedStatus } from "./schema.ts";

useDatabase();

const HEADCOUNT = 2;
const yantai = officer("YANTAI");
let own: Viewer;
beforeAll(async () => {
  own = await enterpriseViewer(1);
});

/**
 * The table of domain.md, written out a second time and by hand:
 * draft → submitted → (returned → submitted) → open → partially filled → filled → closed; expired, withdrawn; pause beside open.
 */
const TABLE: Record<string, Partial<Record<NeedStatus, NeedStatus>>> = {
  submit: { DRAFT: "SUBMITTED", RETURNED: "SUBMITTED" },
  open: { SUBMITTED: "OPEN" },
  return: { SUBMITTED: "RETURNED" },
  fillOne: { OPEN: "PARTIALLY_FILLED", PARTIALLY_FILLED: "PARTIALLY_FILLED" },
  fillAll: { OPEN: "FILLED", PARTIALLY_FILLED: "FILLED" },
  pause: { OPEN: "PAUSED", PARTIALLY_FILLED: "PAUSED" },
  close: { OPEN: "CLOSED", PARTIALLY_FILLED: "CLOSED", PAUSED: "CLOSED", FILLED: "CLOSED" },
  withdraw: {
    DRAFT: "WITHDRAWN",
    SUBMITTED: "WITHDRAWN",
    RETURNED: "WITHDRAWN",
    OPEN: "WITHDRAWN",
    PARTIALLY_FILLED: "WITHDRAWN",
    PAUSED: "WITHDRAWN",
  },
  expire: { OPEN: "EXPIRED", PARTIALLY_FILLED: "EXPIRED", PAUSED: "EXPIRED" },
};

const rowOf = (id: string) =>
  db.need.findUniqueOrThrow({ where: { id }, select: { status: true, version: true, filledCount: true } });
const trail = (id: string) => db.auditEvent.count({ where: { recordId: id } });

const ACTS: Record<string, (id: string, version: number) => Promise<unknown>> = {
  submit: (id, version) => submitNeed(own, id, version),
  open: (id) => openNeed(yantai, id),
  return: (id) => returnNeed(yantai, id, { reason: "x" }),
  fillOne: (id) => recordFilled(own, id, { count: 1 }),
  fillAll: (id) => recordFilled(own, id, { count: HEADCOUNT }),
  pause: (id) => pauseNeed(own, id),
  resume: (id) => resumeNeed(own, id),
  close: (id) => closeNeed(own, id, { reason: "x" }),
  withdraw: (id) => withdrawNeed(own, id),
};

const before = <T>(work: () => Promise<T>) => at(new Date("2026-11-23T02:00:00Z"), work);
const after = <T>(work: () => Promise<T>) => at(new Date("2027-06-01T02:00:00Z"), work);

function expected(act: string, row: { status: NeedStatus; filledCount: number }): NeedStatus | undefined {
  if (act === "resume")
    return row.status === "PAUSED" ? (row.filledCount > 0 ? "PARTIALLY_FILLED" : "OPEN") : undefined;
  return TABLE[act]?.[row.status];
}

async function attempt(act: string, id: string, version: number): Promise<boolean> {
  if (act === "expire") return (await after(expireNeeds)) > 0;
  const run = ACTS[act];
  return before(() => run!(id, version)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    },
  );
}

test("whatever is tried in whatever order, a need moves only along the table, and each move is in the trail once", async () => {
  const acts = fc.array(fc.constantFrom(...Object.keys(ACTS), "expire"), { minLength: 3, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { needId } = await before(() => saveNeedDraft(own, needInput({ headcount: HEADCOUNT })));
      // most sequences should get past the draft
      for (const act of ["submit", "open", ...sequence]) {
        const row = await rowOf(needId);
        const events = await trail(needId);
        const wanted = expected(act, row);
        const done = await attempt(act, needId, row.version);
        const now = await rowOf(needId);
        expect([act, done, now.status]).toEqual([act, wanted !== undefined, wanted ?? row.status]);
        expect(now.version).toBe(row.version + (wanted ? 1 : 0));
        expect(await trail(needId)).toBe(events + (wanted ? 1 : 0));
      }
      // nothing of this sequence may be left for the next one's expiry
      await db.need.update({ where: { id: needId }, data: { status: "CLOSED" } });
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("of all acts tried at once on an open need, the trail holds exactly as many as changed it", async () => {
  const { needId } = await before(() => saveNeedDraft(own, needInput({ headcount: HEADCOUNT })));
  await before(() => submitNeed(own, needId, 1));
  await before(() => openNeed(yantai, needId));
  const { version } = await rowOf(needId);
  const events = await trail(needId);
  const results = await Promise.allSettled(
    ["pause", "close", "withdraw", "fillAll", "fillOne"].map((act) =>
      before(() => ACTS[act]!(needId, version)),
    ),
  );
  const done = results.filter((result) => result.status === "fulfilled").length;
  expect(done).toBeGreaterThan(0);
  expect((await rowOf(needId)).version).toBe(version + done);
  expect(await trail(needId)).toBe(events + done);
});
