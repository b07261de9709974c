import { beforeAll, describe, expect, test } from "vitest";
import { enterpriseInput, enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { registerEnterprise, suspendEnterprise, verifyEnterprise } from "#lib/enterprises/commands.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import {
  cloneNeed,
  closeNeed,
  pauseNeed,
  postNeed,
  recordFilled,
  resumeNeed,
  saveNeedDraft,
  submitNeed,
  withdrawNeed,
} from "./commands.ts";
import { expireNeeds, pauseNeedsOfEnterprise } from "./jobs.ts";
import {
  countOpenNeeds,
  getNeedForOwner,
  getNeedForStaff,
  getOpenNeed,
  listNeedsOf,
  listOpenNeeds,
} from "./queries.ts";
import { handOverNeed, openNeed, returnNeed, takeNeed } from "./review-commands.ts";

useDatabase();

const TODAY = new Date("2026-11-23T02:00:00Z");
const yantai = officer("YANTAI");
const hongKong = officer("HONG_KONG");
let own: Viewer;
let other: Viewer;

beforeAll(async () => {
  own = await enterpriseViewer(1);
  other = await enterpriseViewer(2);
});

const now = <T>(work: () => Promise<T>) => at(TODAY, work);
const jobs = (name: string) =>
  db.$queryRaw<
    { data: { needId: string; reason?: string } }[]
  >`SELECT data FROM pgboss.job WHERE name = ${name}`;
const jobsOf = async (name: string, needId: string) =>
  (await jobs(name)).filter((job) => job.data.needId === needId);
const statusOf = async (id: string) => (await db.need.findUniqueOrThrow({ where: { id } })).status;
const issuesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidError);
  return (error as InvalidError).issues;
};
const posted = (input = {}) => now(() => postNeed(own, needInput(input)));
const opened = async (input = {}) => {
  const { needId } = await posted(input);
  await now(() => openNeed(yantai, needId));
  return needId;
};

describe("writing", () => {
  test("a draft may lack nearly everything and is saved with the language it was written in", async () => {
    const { needId, version } = await saveNeedDraft(
      own,
      needInput({ title: "", description: "", mustHave: [], chain: null }),
    );
    expect(version).toBe(1);
    expect(await getNeedForOwner(own, needId)).toMatchObject({
      status: "DRAFT",
      title: "",
      chain: null,
      locale: "zh-Hans",
    });
  });

  test("an incomplete draft is not submitted, and each missing field is named", async () => {
    const { needId, version } = await saveNeedDraft(
      own,
      needInput({ title: "", mustHave: [], deadline: null, district: null }),
    );
    const issues = await issuesOf(now(() => submitNeed(own, needId, version)));
    expect(issues.map((issue) => issue.path).sort()).toEqual(["deadline", "district", "mustHave", "title"]);
    expect(await statusOf(needId)).toBe("DRAFT");
  });

  test.each([
    [{ payMin: 500_000, payMax: 300_000 }, "payMax", "payMaxBelowMin"],
    [{ payCurrency: null }, "payCurrency", "missing.payCurrency"],
    [{ deadline: "2026-11-22" }, "deadline", "deadlinePast"],
    [{ start: "2025-01-01" }, "start", "startPast"],
    [{ description: "负责结构设计。限男性，35岁以下。" }, "description", "discrimination.sex"],
    [{ mustHave: ["结构设计", "未婚者優先"] }, "mustHave[1]", "discrimination.marital"],
  ])("%o is refused at the field and nothing is stored", async (input, path, key) => {
    const before = await db.need.count();
    const issues = await issuesOf(now(() => postNeed(own, needInput(input))));
    expect(issues).toContainEqual(expect.objectContaining({ path, key }));
    expect(await db.need.count()).toBe(before);
  });

  test("today is not past", async () => {
    expect(await statusOf((await posted({ deadline: "2026-11-23" })).needId)).toBe("SUBMITTED");
  });

  test("the same submission sent twice at once makes one need, with one answer", async () => {
    const before = await db.need.count();
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => now(() => postNeed(own, needInput(), {}, key))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.need.count()).toBe(before + 1);
  });

  test("of two tabs the second is told, and the first one's words stay", async () => {
    const { needId, version } = await saveNeedDraft(own, needInput());
    await saveNeedDraft(own, needInput({ title: "第一个标签页" }), { needId, version });
    await expect(saveNeedDraft(own, needInput({ title: "第二个" }), { needId, version })).rejects.toThrow(
      ConflictError,
    );
    await expect(submitNeed(own, needId, version)).rejects.toThrow(ConflictError);
    expect(await getNeedForOwner(own, needId)).toMatchObject({ title: "第一个标签页", version: 2 });
  });

  test("of many who save at once exactly one wins", async () => {
    const { needId, version } = await saveNeedDraft(own, needInput());
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        saveNeedDraft(own, needInput({ title: `${index}` }), { needId, version }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("another enterprise's need looks missing to every act", async () => {
    const { needId } = await posted();
    for (const act of [
      () => getNeedForOwner(other, needId),
      () => saveNeedDraft(other, needInput(), { needId, version: 2 }),
      () => submitNeed(other, needId, 2),
      () => pauseNeed(other, needId),
      () => closeNeed(other, needId, { reason: "x" }),
      () => withdrawNeed(other, needId),
      () => cloneNeed(other, needId),
      () => recordFilled(other, needId, { count: 1 }),
      () => openNeed(other, needId),
      () => openNeed(own, needId),
      () => getNeedForStaff(own, needId),
    ])
      await expect(act()).rejects.toThrow(NotFoundError);
    expect((await listNeedsOf(other)).needs).toHaveLength(0);
    expect(await statusOf(needId)).toBe("SUBMITTED");
  });
});

describe("verification", () => {
  test("an opened need is matched, told to talents and its enterprise, and in the trail", async () => {
    const needId = await opened();
    expect(await statusOf(needId)).toBe("OPEN");
    expect(await jobsOf("matches.refreshNeed", needId)).toHaveLength(1);
    expect(await jobsOf("needs.sendAlerts", needId)).toHaveLength(1);
    const mail = await db.mailMessage.findMany({ where: { template: "needs.opened", recipient: own.email } });
    expect(mail.some((one) => one.text.includes(needId))).toBe(true);
    expect(
      await db.auditEvent.count({ where: { recordId: needId, action: "need.opened", office: "YANTAI" } }),
    ).toBe(1);
  });

  test("two officers who open at once: one does, the other is told", async () => {
    const { needId } = await posted();
    const results = await Promise.allSettled([openNeed(yantai, needId), openNeed(officer("YANTAI"), needId)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await jobsOf("needs.sendAlerts", needId)).toHaveLength(1);
  });

  test("an unverified enterprise may submit, but is not opened", async () => {
    const fresh = await enterpriseViewer(3, { verify: false });
    const { needId } = await now(() => postNeed(fresh, needInput()));
    await expect(now(() => openNeed(yantai, needId))).rejects.toMatchObject({ key: "enterpriseNotVerified" });
    await verifyEnterprise(yantai, fresh.enterpriseId!);
    await now(() => openNeed(yantai, needId));
    expect(await statusOf(needId)).toBe("OPEN");
  });

  test("the office that has it decides; handing over hands over the decision", async () => {
    const { needId } = await posted();
    await expect(openNeed(hongKong, needId)).rejects.toThrow(NotFoundError);
    await handOverNeed(yantai, needId, { office: "HONG_KONG", note: "请港方核实资格要求" });
    await expect(handOverNeed(yantai, needId, { office: "HONG_KONG", note: "x" })).rejects.toThrow(
      ConflictError,
    );
    await expect(openNeed(yantai, needId)).rejects.toThrow(NotFoundError);
    await takeNeed(hongKong, needId);
    expect(await getNeedForStaff(hongKong, needId)).toMatchObject({
      assigneeId: hongKong.accountId,
      office: "HONG_KONG",
    });
    await now(() => openNeed(hongKong, needId));
    expect(await statusOf(needId)).toBe("OPEN");
  });

  test("a returned need says why, can be changed and submitted again", async () => {
    const { needId } = await posted();
    await returnNeed(yantai, needId, { reason: "请补充工作地点" });
    const need = await getNeedForOwner(own, needId);
    expect(need).toMatchObject({
      status: "RETURNED",
      reviewNote: "请补充工作地点",
      can: { edit: true, submit: true },
    });
    await now(() => postNeed(own, needInput({ title: "补充后" }), { needId, version: need.version }));
    expect(await getNeedForOwner(own, needId)).toMatchObject({
      status: "SUBMITTED",
      reviewNote: null,
      title: "补充后",
    });
    expect(
      await db.mailMessage.count({
        where: { template: "needs.returned", text: { contains: "请补充工作地点" } },
      }),
    ).toBe(1);
  });
});

describe("once open", () => {
  test("a change keeps it open, is audited by field and matched again; what it is stays", async () => {
    const needId = await opened();
    const { version } = await getNeedForOwner(own, needId);
    await now(() =>
      saveNeedDraft(own, needInput({ payMax: 600_000, title: "另一个岗位", type: "expert" }), {
        needId,
        version,
      }),
    );
    expect(await getNeedForOwner(own, needId)).toMatchObject({
      status: "OPEN",
      payMax: 600_000,
      title: needInput().title,
      type: "job",
    });
    const [event] = await db.auditEvent.findMany({ where: { recordId: needId, action: "need.revised" } });
    expect(event!.detail).toEqual({ fields: ["payMax"] });
  });

  test("a change that could not be submitted is refused", async () => {
    const needId = await opened();
    const { version } = await getNeedForOwner(own, needId);
    const change = (input: object) => now(() => saveNeedDraft(own, needInput(input), { needId, version }));
    expect(await issuesOf(change({ deadline: "2026-01-01" }))).toMatchObject([{ path: "deadline" }]);
    expect(await issuesOf(change({ description: "女士优先" }))).toMatchObject([
      { key: "discrimination.sex" },
    ]);
  });

  test("places are filled one by one, then all: matching is told once it is full", async () => {
    const needId = await opened({ headcount: 3 });
    expect(await recordFilled(own, needId, { count: 1 })).toBe("PARTIALLY_FILLED");
    expect(await jobsOf("matches.endForNeed", needId)).toHaveLength(0);
    expect(await issuesOf(recordFilled(own, needId, { count: 4 }))).toMatchObject([{ path: "count" }]);
    const { version } = await getNeedForOwner(own, needId);
    expect(
      await issuesOf(now(() => saveNeedDraft(own, needInput({ headcount: 1 }), { needId, version }))),
    ).toMatchObject([{ path: "headcount" }]);
    expect(await recordFilled(own, needId, { count: 3 })).toBe("FILLED");
    expect((await jobsOf("matches.endForNeed", needId)).map((job) => job.data.reason)).toEqual(["filled"]);
    expect(await getOpenNeed(needId)).toBeNull();
  });

  test("pause takes it out of sight, resume brings it back as it was", async () => {
    const needId = await opened({ headcount: 2 });
    await recordFilled(own, needId, { count: 1 });
    await pauseNeed(own, needId);
    expect(await getOpenNeed(needId)).toBeNull();
    expect((await jobsOf("matches.endForNeed", needId))[0]!.data.reason).toBe("paused");
    await now(() => resumeNeed(own, needId));
    expect(await statusOf(needId)).toBe("PARTIALLY_FILLED");
  });

  test("it is not resumed after its deadline", async () => {
    const needId = await opened();
    await pauseNeed(own, needId);
    await expect(at(new Date("2028-01-01"), () => resumeNeed(own, needId))).rejects.toMatchObject({
      key: "deadlinePast",
    });
  });

  test("a clone is a new draft without dates that have passed", async () => {
    const needId = await opened({ deadline: "2026-12-01", start: "2027-03-01" });
    const copy = await at(new Date("2027-01-01"), () => cloneNeed(own, needId, "k1"));
    const again = await at(new Date("2027-01-01"), () => cloneNeed(own, needId, "k1"));
    expect(again).toEqual(copy);
    expect(await getNeedForOwner(own, copy.needId)).toMatchObject({
      status: "DRAFT",
      deadline: null,
      start: "2027-03-01",
      title: needInput().title,
    });
  });

  test("it expires after its deadline, not on it; again changes nothing", async () => {
    const needId = await opened({ deadline: "2026-12-31" });
    const paused = await opened({ deadline: "2026-12-31" });
    await pauseNeed(own, paused);
    const on = (day: string) => at(new Date(`${day}T02:00:00Z`), expireNeeds);
    await on("2026-12-31");
    expect(await statusOf(needId)).toBe("OPEN");
    expect(await on("2027-01-01")).toBeGreaterThanOrEqual(2);
    expect([await statusOf(needId), await statusOf(paused)]).toEqual(["EXPIRED", "EXPIRED"]);
    expect(await on("2027-01-01")).toBe(0);
    expect(await jobsOf("matches.endForNeed", needId)).toHaveLength(1);
    expect(
      await db.mailMessage.count({ where: { template: "needs.expired", text: { contains: needId } } }),
    ).toBe(1);
  });

  test("a suspended enterprise's needs leave the public list at once and are then paused", async () => {
    const fresh = await enterpriseViewer(4);
    const { needId } = await now(() => postNeed(fresh, needInput()));
    await now(() => openNeed(yantai, needId));
    await suspendEnterprise(yantai, fresh.enterpriseId!, { reason: "营业执照已注销" });
    expect(await getOpenNeed(needId)).toBeNull();
    await pauseNeedsOfEnterprise({ enterpriseId: fresh.enterpriseId! });
    expect(await statusOf(needId)).toBe("PAUSED");
    await expect(now(() => resumeNeed(fresh, needId))).rejects.toMatchObject({
      key: "enterpriseNotVerified",
    });
  });

  test.each(["CLOSED", "WITHDRAWN"] as const)("%s is an end", async (end) => {
    const needId = await opened();
    if (end === "CLOSED") await closeNeed(own, needId, { reason: "招到了" });
    else await withdrawNeed(own, needId);
    for (const act of [pauseNeed, (v: Viewer, id: string) => recordFilled(v, id, { count: 1 }), withdrawNeed])
      await expect(act(own, needId)).rejects.toThrow(DomainError);
    expect(await statusOf(needId)).toBe(end);
    expect(await jobsOf("matches.endForNeed", needId)).toHaveLength(1);
  });
});

describe("the public side", () => {
  test("names the enterprise unless it asked not to; contact is never there", async () => {
    const named = await getOpenNeed(await opened());
    const hidden = await getOpenNeed(await opened({ confidential: true }));
    expect(named!.enterprise).toMatchObject({ name: enterpriseInput(1).name });
    expect(hidden!.enterprise).toBeNull();
    const text = JSON.stringify([named, hidden, await listOpenNeeds({ limit: 100 })]);
    for (const secret of [needInput().contactPhone, needInput().contactName, own.enterpriseId!])
      expect(text).not.toContain(secret);
    expect(JSON.stringify(hidden)).not.toContain(enterpriseInput(1).name);
  });

  test("an id that is none is not found, not an error", async () => {
    for (const id of ["", "x", "%00", "00000000-0000-0000-0000-000000000000"])
      expect(await getOpenNeed(id)).toBeNull();
  });

  test("filters, facets that leave themselves out, three scripts and keyset pages", async () => {
    await db.need.updateMany({
      where: { status: { in: ["OPEN", "PARTIALLY_FILLED"] } },
      data: { status: "CLOSED" },
    });
    const ids = [
      await opened({
        title: "数据工程师",
        chain: "digital-economy",
        chainText: "",
        mustHave: ["大数据平台"],
        modes: ["full_time"],
      }),
      await opened({
        title: "Data analyst",
        chain: "digital-economy",
        chainText: "",
        type: "expert",
        mustHave: ["data analysis"],
        modes: ["flexible"],
      }),
      await opened({
        title: "酿酒师",
        chain: "food-wine",
        chainText: "",
        district: "penglai",
        mustHave: ["葡萄酒酿造"],
      }),
    ];
    expect(await countOpenNeeds()).toBe(3);
    const all = await listOpenNeeds({ chain: "digital-economy" });
    expect(all.total).toBe(2);
    expect(all.facets.chain).toContainEqual({ value: "food-wine", count: 1 });
    expect(all.facets.type).toEqual([
      { value: "expert", count: 1 },
      { value: "job", count: 1 },
    ]);
    for (const q of ["數據", "数据", "data"]) {
      const found = (await listOpenNeeds({ q })).needs.map((need) => need.id);
      expect(found, q).toContain(ids[0]);
      expect(found, q).not.toContain(ids[2]);
    }
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listOpenNeeds({ after, limit: 1 });
      seen.push(...page.needs.map((need) => need.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen.sort()).toEqual([...ids].sort());
    const hostile = await listOpenNeeds({ q: '\'; DROP TABLE "Need" --', chain: "' OR 1=1", after: "x.y" });
    expect(hostile.total).toBe(0);
  });
});

test("a system viewer cannot make a need of no enterprise", async () => {
  await expect(saveNeedDraft(systemViewer("x"), needInput())).rejects.toThrow(NotFoundError);
  await expect(registerEnterprise({ ...enterpriseInput(9), licenceNumber: "123" })).rejects.toThrow(
    InvalidError,
  );
});
