import { expect, test, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { sendMessage } from "#lib/conversations/commands.ts";
import { forgetConversations } from "#lib/conversations/forget-commands.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { forgetMeetings } from "#lib/meetings/follow-commands.ts";
import { eraseTalent } from "#lib/talents/erasure.ts";
import { forgetJourneys } from "#lib/tasks/forget-commands.ts";
import { holdCase } from "./acting.ts";
import { makeCase, type World } from "./test-support.ts";

useDatabase();

const SAID = "陳大文 called from 9123 4567";
const stamps = () => ({ createdAt: now(), updatedAt: now() });
const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(systemViewer("test"), work);

const WRITTEN = {
  message: {
    forget: forgetConversations,
    write: async (tx: Tx, w: World) => {
      const { id: threadId } = await tx.thread.create({
        data: { introductionId: w.id, party: "ALL", lastSeq: 1, lastAt: now(), createdAt: now() },
      });
      await tx.threadMessage.create({
        data: {
          threadId,
          seq: 1,
          authorId: w.yt.accountId,
          side: "STAFF",
          locale: "en",
          body: SAID,
          createdAt: now(),
        },
        select: { id: true },
      });
    },
    left: (w: World) =>
      read((tx) => tx.threadMessage.findMany({ where: { thread: { introductionId: w.id } } })),
  },
  task: {
    forget: forgetJourneys,
    write: (tx: Tx, { id: introductionId }: World) =>
      tx.caseTask.create({
        data: { introductionId, side: "STAFF", kind: "DO", titles: { en: SAID }, texts: {}, ...stamps() },
      }),
    left: (w: World) => db.caseTask.findMany({ where: { introductionId: w.id } }),
  },
  meeting: {
    forget: forgetMeetings,
    write: (tx: Tx, { id: introductionId }: World) =>
      tx.meeting.create({
        data: {
          introductionId,
          kind: "interview",
          mode: "online",
          title: SAID,
          offeredBy: "STAFF",
          ...stamps(),
        },
      }),
    left: (w: World) => db.meeting.findMany({ where: { introductionId: w.id } }),
  },
};

test.each(Object.entries(WRITTEN))(
  "a %s that was being written during an erasure is forgotten too",
  async (_, { write, forget, left }) => {
    const w = await makeCase();
    const [holds, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = transaction(w.yt, async (tx) => {
      await holdCase(tx, w.yt, w.id);
      holds.resolve();
      await goesOn.promise;
      await write(tx, w);
    });
    await holds.promise;
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: w.talentId } });
    await eraseTalent(w.talent, { confirm: code });
    let forgotten = false;
    const forgetting = forget(w.talentId).then(() => {
      forgotten = true;
    });
    await vi.waitFor(
      async () => {
        const waiting: { n: number }[] =
          await db.$queryRaw`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`;
        expect(forgotten || waiting[0]!.n > 0).toBe(true);
      },
      { timeout: 2500, interval: 20 },
    );
    goesOn.resolve();
    await Promise.all([writing, forgetting]);
    expect(JSON.stringify(await left(w))).not.toContain("9123");
    // whoever comes later finds no consent
    await expect(sendMessage(w.yt, { introductionId: w.id, party: "ALL", body: SAID })).rejects.toMatchObject(
      {
        key: "caseOver",
      },
    );
  },
);
