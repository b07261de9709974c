import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayAfter } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { endCase } from "#lib/introductions/ending-commands.ts";
import { OUTCOMES } from "#lib/introductions/outcomes.ts";
import { makeCase, seenNow } from "#lib/introductions/test-support.ts";
import { submitTask } from "#lib/tasks/answer-commands.ts";
import { addTask } from "#lib/tasks/commands.ts";
import { deskCounts } from "./queries.ts";
import { taskDesk } from "./tasks.ts";

useDatabase();

test("tasks reach the officer whose they are: given to them, due in their cases or in nobody's, and sent to be looked at", async () => {
  const w = await makeCase();
  const { id, yt, yt2, hk } = w;
  await db.introduction.update({ where: { id }, data: { ownerId: yt.accountId } });
  const add = async (title: string, days: number | null, more: object = {}) =>
    (
      await addTask(yt, {
        introductionId: id,
        side: "STAFF",
        kind: "DO",
        title,
        text: "",
        dueOn: days === null ? null : dayAfter(today(), days),
        assigneeId: null,
        ...more,
      })
    ).taskId;
  const shown = async (viewer: Viewer) => {
    const items = await taskDesk(viewer, "en");
    expect((await deskCounts(viewer)).ours.tasks).toBe(items.length);
    return items.map(({ title, mark }) => (mark ? `${title}: ${mark}` : title));
  };
  await add("far", 30);
  const soon = await add("soon", 2);
  await add("theirs", null, { assigneeId: hk.accountId });
  const asked = await add("asked", 30, { side: "TALENT" });
  await add("not sent", 1, { side: "TALENT" });
  await submitTask(w.talent, { introductionId: id, taskId: asked, words: "", values: {} });
  expect(await shown(yt)).toEqual(["asked: submitted", "soon"]);
  expect(await shown(yt2)).toEqual([]);
  // given to an officer, whatever its day and at whichever office
  expect(await shown(hk)).toEqual(["theirs"]);
  expect((await taskDesk(yt, "en"))[1]).toMatchObject({
    href: `/staff/introductions/${id}/tasks#task-${soon}`,
    due: { dueOn: dayAfter(today(), 2), overdueDays: 0 },
  });
  await db.caseTask.update({ where: { id: soon }, data: { dueOn: new Date(dayAfter(today(), -4)) } });
  await db.introduction.update({ where: { id }, data: { ownerId: null } });
  expect(await shown(yt2)).toEqual(["soon", "asked: submitted"]);
  expect(await shown(hk)).toEqual(["theirs"]);
  await endCase(yt, {
    ...(await seenNow(id)),
    ending: "withdraw",
    outcome: OUTCOMES.withdraw.STAFF[0],
    words: "",
  });
  expect([await shown(yt2), await shown(hk)]).toEqual([[], []]);
});
