import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { moveByHand } from "#lib/introductions/case-commands.ts";
import { makeCase, seenNow, type World } from "#lib/introductions/test-support.ts";
import { listFigureRows } from "./case-queries.ts";
import { exportFigures } from "./export-commands.ts";
import { getFigures, period } from "./queries.ts";
import {
  CASE_FIGURES,
  DIMENSIONS,
  FIGURES,
  type Figure,
  figureCases,
  figureFilters,
  isMatchFigure,
  LOAD_FIGURES,
} from "./schema.ts";

useDatabase();

const DAY = 86_400_000;
// a day in the middle of a month, so that a few days more stay in it
const start = new Date(`${today().slice(0, 7)}-10T04:00:00Z`);
const on = <T>(days: number, work: () => Promise<T>) => at(new Date(start.getTime() + days * DAY), work);
const MONTH = today().slice(0, 7);
const here = (rest: object = {}) => figureFilters.parse({ from: MONTH, to: MONTH, ...rest });

/** Two people in three cases, of which one has been met, and one case of the other office. */
async function threeCases() {
  const first = await on(0, () => makeCase());
  await on(1, async () =>
    moveByHand(first.yt, { ...(await seenNow(first.id)), move: "acknowledge", reason: "" }),
  );
  await on(3, async () =>
    moveByHand(first.yt, { ...(await seenNow(first.id)), move: "arrangeMeeting", reason: "" }),
  );
  const second = await on(0, () => makeCase());
  // the same person in a second case
  await db.introduction.update({ where: { id: second.id }, data: { talentId: first.talentId } });
  const third = await on(2, () => makeCase({ direction: "yantai_to_hk" }));
  return { first, second, third };
}

let world: { first: World; second: World; third: World };

test("people count once, cases are told beside, and each dimension adds up to the whole where nobody is in two of its values", async () => {
  world = await threeCases();
  const figures = await getFigures(world.first.yt, here({ by: "office" }));
  expect(figures.cases).toBe(3);
  expect(figures.total).toMatchObject({ begun: 2, met: 1, offered: 0, landed: 0 });
  expect(figures.rows).toEqual([
    { value: "HONG_KONG", counts: expect.objectContaining({ begun: 1, met: 0 }) },
    { value: "YANTAI", counts: expect.objectContaining({ begun: 1, met: 1 }) },
  ]);
});

test("every number opens as many people as it says, in every dimension", async () => {
  const viewer = world.first.yt;
  const opened = async (figure: Figure, query: object) => {
    const found = await listFigureRows(
      viewer,
      figureCases.parse({ from: MONTH, to: MONTH, ...query, figure }),
    );
    return new Set(found.rows.map((row) => row.talentCode)).size;
  };
  for (const by of DIMENSIONS) {
    const { total, rows } = await getFigures(viewer, here({ by }));
    for (const figure of FIGURES.filter((one) => isMatchFigure(one) || one in total)) {
      expect([by, figure, await opened(figure, {})]).toEqual([
        by,
        figure,
        total[figure as keyof typeof total],
      ]);
      for (const { value, counts } of rows) {
        const narrowed = by === "month" ? { from: value, to: value } : { [by]: value };
        expect([value, figure, await opened(figure, narrowed)]).toEqual([
          value,
          figure,
          counts[figure as keyof typeof counts],
        ]);
      }
    }
  }
});

test("load is of now and of whoever has the case, whenever it began", async () => {
  await db.introduction.update({
    where: { id: world.third.id },
    data: { ownerId: world.third.hk.accountId, dueOn: new Date("2026-01-01") },
  });
  const later = figureFilters.parse({ from: "2020-01", to: "2020-02", chain: undefined, by: "chain" });
  const { load, total } = await getFigures(world.first.yt, later);
  expect(total.begun).toBe(0);
  expect(load.find(({ ownerId }) => ownerId === world.third.hk.accountId)).toMatchObject({
    name: world.third.hk.name,
    office: "HONG_KONG",
    running: 1,
    overdue: 1,
  });
  expect(load.reduce((sum, { running }) => sum + running, 0)).toBe(3);
  for (const figure of LOAD_FIGURES) {
    const { count } = await listFigureRows(
      world.first.yt,
      figureCases.parse({ figure, owner: world.third.hk.accountId }),
    );
    expect([figure, count]).toEqual([
      figure,
      load.find(({ ownerId }) => ownerId === world.third.hk.accountId)?.[figure],
    ]);
  }
});

test("time in stage and first response are what passed", async () => {
  const { stays, response } = await getFigures(
    world.first.yt,
    here({ office: "YANTAI", direction: "hk_to_yantai" }),
  );
  expect(stays.find(({ status }) => status === "SENT")).toMatchObject({ left: 1, there: 1, medianDays: 1 });
  expect(stays.find(({ status }) => status === "ACKNOWLEDGED")).toMatchObject({
    left: 1,
    there: 0,
    medianDays: 2,
  });
  expect(response).toMatchObject({ answered: 1, unanswered: 1, medianHours: 24 });
});

test("nobody but staff reads figures, their cases or their files", async () => {
  for (const viewer of [world.first.talent, world.first.member]) {
    await expect(getFigures(viewer, here())).rejects.toThrow(NotFoundError);
    await expect(listFigureRows(viewer, figureCases.parse({ figure: "begun" }))).rejects.toThrow(
      NotFoundError,
    );
    await expect(exportFigures(viewer, here(), "pdf", "en")).rejects.toThrow(NotFoundError);
  }
});

test("files are what they are called, in three languages, and who took them is noted", async () => {
  for (const locale of ["zh-Hans", "zh-Hant", "en"] as const) {
    const pdf = await exportFigures(world.first.yt, here(), "pdf", locale);
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    const { extractText, getDocumentProxy } = await import("unpdf");
    const { text } = await extractText(await getDocumentProxy(pdf.bytes.slice()), { mergePages: true });
    expect(text).toContain({ "zh-Hans": "推荐对接", "zh-Hant": "推薦對接", en: "Introduced" }[locale]);
    expect(text).toContain({ "zh-Hans": "（小时）", "zh-Hant": "（小時）", en: "(hours)" }[locale]);
    const xlsx = await exportFigures(world.first.yt, here(), "xlsx", locale);
    expect(Buffer.from(xlsx.bytes.slice(0, 2)).toString()).toBe("PK");
  }
  expect(await db.auditEvent.count({ where: { action: "export.downloaded" } })).toBe(6);
});

test("a period that is turned round or not chosen still is one", () => {
  expect(period({ from: "2026-05", to: "2026-02" })).toEqual({ from: "2026-02", to: "2026-05" });
  expect(period({}).to).toBe(MONTH);
  expect(CASE_FIGURES).toContain("landed");
});
