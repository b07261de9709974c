import { beforeAll, expect, test } from "vitest";
import { accept, land, offer, record } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { outcomesByScoreBand } from "#lib/introductions/calibration.ts";
import { moveByHand } from "#lib/introductions/case-commands.ts";
import type { HandMove } from "#lib/introductions/case-schema.ts";
import { endCase } from "#lib/introductions/ending-commands.ts";
import { answerFollowUp } from "#lib/introductions/follow-up-commands.ts";
import { acceptHandOver, assignCase, offerHandOver } from "#lib/introductions/owner-commands.ts";
import { makeCase, seenNow, type World } from "#lib/introductions/test-support.ts";
import { OFFICES } from "#lib/terms/terms.ts";
import { listFigureRows } from "./case-queries.ts";
import { getFigures } from "./queries.ts";
import {
  countsPeople,
  FIGURES,
  type Figure,
  type FigureCases,
  figureCases,
  figureFilters,
  LOAD_FIGURES,
  STAY_FIGURES,
} from "./schema.ts";

useDatabase();

const DAY = 86_400_000;
const ago = <T>(days: number, work: () => Promise<T>) => at(new Date(Date.now() - days * DAY), work);
const move = async (w: World, name: HandMove, reason = "") =>
  moveByHand(w.yt, { ...(await seenNow(w.id)), move: name, reason });
/** A side's answer after half a year. */
async function answer(w: World, side: "TALENT" | "ENTERPRISE", retained: "yes" | "no") {
  const asked = { introductionId: w.id, day: 180, side };
  const { id, dueOn } = await db.followUp.findFirstOrThrow({ where: asked });
  const own = { followUpId: id, retained, satisfaction: 4, help: [], words: "", note: "" };
  await at(new Date(dueOn.getTime() + DAY / 2), () =>
    answerFollowUp(side === "TALENT" ? w.talent : w.member, own),
  );
}
const landed = (days: number) =>
  ago(days, async () => {
    const w = await makeCase();
    await land(w);
    return w;
  });

let viewer: Viewer;
let disagreed: World;
let slipped: World;

beforeAll(async () => {
  // cases in every stage, of both offices and directions, with slips, ends, a handover and people who are in two
  const first = await ago(70, () => makeCase());
  viewer = first.yt;
  await ago(69, () => move(first, "acknowledge"));
  await ago(60, () => move(first, "arrangeMeeting"));
  await ago(50, () => offer(first));
  await ago(40, () => accept(first));
  await ago(39, () => record(first));
  const again = await ago(30, () => makeCase({ sameTalent: first }));
  await ago(29, async () =>
    assignCase(again.yt, { ...(await seenNow(again.id)), ownerId: again.yt.accountId! }),
  );
  slipped = await ago(20, () => makeCase());
  await ago(10, () => move(slipped, "acknowledge"));
  await ago(10, () => move(slipped, "arrangeMeeting"));
  await ago(10, () => move(slipped, "takeBack", "slip"));
  const twice = await ago(19, () => makeCase());
  await ago(18, () => move(twice, "arrangeMeeting"));
  await ago(16, () => offer(twice));
  await ago(15, () => move(twice, "reopenTalks", "other terms"));
  await ago(12, () => offer(twice));
  const ended = await ago(15, () => makeCase({ direction: "yantai_to_hk" }));
  await ago(14, async () =>
    endCase(ended.hk, { ...(await seenNow(ended.id)), ending: "endAsNoFit", outcome: "skills", words: "" }),
  );
  await ago(5, () => makeCase({ direction: "yantai_to_hk" }));
  const handed = await ago(4, () => makeCase());
  await offerHandOver(handed.yt, { ...(await seenNow(handed.id)), note: "please" });
  await acceptHandOver(handed.hk, { ...(await seenNow(handed.id)), ownerId: null });
  const gone = await ago(3, () => makeCase());
  await endCase(gone.talent, {
    ...(await seenNow(gone.id)),
    ending: "withdraw",
    outcome: "terms",
    words: "",
  });
  await ago(2, () => makeCase());
  const [, early, agreed, silent] = await Promise.all([40, 200, 210, 215].map(landed));
  disagreed = early!;
  await db.followUp.updateMany({ where: { day: { lt: 180 } }, data: { status: "MISSED" } });
  await answer(disagreed, "TALENT", "yes");
  await answer(disagreed, "ENTERPRISE", "no");
  await answer(agreed!, "TALENT", "yes");
  await answer(agreed!, "ENTERPRISE", "yes");
  await answer(silent!, "TALENT", "yes");
  await db.match.updateMany({ data: { decidedAt: now(), decidedOffice: "YANTAI" } });
});

const listed = async (figure: Figure, query: object) => {
  const asked: FigureCases = figureCases.parse({ ...query, figure });
  const { count, people, rows, next } = await listFigureRows(viewer, asked);
  const ids = new Set(rows.map(({ id }) => id));
  for (let after = next; after; ) {
    const page = await listFigureRows(viewer, { ...asked, after });
    for (const { id } of page.rows) ids.add(id);
    after = page.next;
  }
  // what the list says is what it shows
  expect([figure, ids.size]).toEqual([figure, count]);
  return { count, people };
};

const month = today().slice(0, 7);
test.each([
  {},
  { office: "YANTAI" },
  { office: "HONG_KONG" },
  { chain: "marine-engineering" },
  { direction: "yantai_to_hk" },
  { from: month, to: month },
])("each figure counts what its list shows: %j", async (query) => {
  const figures = await getFigures(viewer, figureFilters.parse(query));
  const checked = new Set<Figure>();
  const agree = async (figure: Figure, count: number, more: object = {}) => {
    const found = await listed(figure, { ...query, ...more });
    expect([figure, more, countsPeople(figure) ? found.people : found.count]).toEqual([figure, more, count]);
    checked.add(figure);
  };
  for (const figure of FIGURES.filter(countsPeople)) await agree(figure, figures.total[figure]);
  for (const line of figures.stays)
    for (const figure of STAY_FIGURES) await agree(figure, line[figure], { stage: line.status });
  for (const line of figures.load)
    for (const figure of LOAD_FIGURES) await agree(figure, line[figure], { owner: line.ownerId ?? "none" });
  await agree("unanswered", figures.response.unanswered);
  for (const office of OFFICES) {
    const { ours } = await deskCounts({ ...viewer, office });
    expect([office, (await listed("stuck", { office })).count]).toEqual([office, ours.introductions]);
    expect([office, (await listed("unsigned", { office })).count]).toEqual([office, ours.landings]);
  }
  checked.add("stuck").add("unsigned");
  expect([...checked].sort()).toEqual([...FIGURES].sort());
});

test("the world has something behind almost every number", async () => {
  const { total, stays, response } = await getFigures(viewer, figureFilters.parse({}));
  for (const figure of FIGURES.filter(countsPeople))
    expect([figure, total[figure] > 0]).toEqual([figure, true]);
  expect(stays.map(({ status }) => status)).toEqual(
    expect.arrayContaining(["SENT", "ACKNOWLEDGED", "MEETING", "OFFER", "ACCEPTED", "LANDED", "FOLLOW_UP"]),
  );
  expect(response.unanswered).toBeGreaterThan(0);
});

test("who stayed is who all that answered say stayed, in the figures as in the outcomes by score", async () => {
  expect((await db.introduction.findUniqueOrThrow({ where: { id: disagreed.id } })).outcome).toBe(
    "left_early",
  );
  const { total } = await getFigures(viewer, figureFilters.parse({ from: "2020-01" }));
  const bands = await outcomesByScoreBand(viewer);
  const sum = (name: "asked6" | "retained6") => bands.reduce((all, band) => all + band[name], 0);
  expect([total.retained, sum("retained6"), sum("asked6")]).toEqual([2, 2, 3]);
});

test("a slip that was taken back is in no figure: not met, and no stay of a moment", async () => {
  const { total, stays } = await getFigures(viewer, figureFilters.parse({ by: "office" }));
  const met = await db.introduction.count({
    where: { stages: { some: { status: "MEETING", undoneAt: null } } },
  });
  expect(await db.introductionStage.count({ where: { introductionId: slipped.id, status: "MEETING" } })).toBe(
    1,
  );
  expect(total.met).toBe(met);
  expect(stays.find(({ status }) => status === "ACKNOWLEDGED")).toMatchObject({
    there: 1,
    left: 1,
    medianDays: expect.closeTo(9, 2),
  });
  expect(stays.find(({ status }) => status === "MEETING")!.medianDays).toBeGreaterThan(1);
});

test("a stay without its stage opens what was introduced", () => {
  expect(figureCases.parse({ figure: "left" }).figure).toBe("begun");
  expect(figureCases.parse({ figure: "left", stage: "OFFER" })).toMatchObject({
    figure: "left",
    stage: "OFFER",
  });
});
