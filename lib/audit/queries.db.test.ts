import { beforeAll, describe, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { importRecords, recordInput } from "#e2e/support/talent-records.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { handedToUs } from "#lib/desk/handed.ts";
import { deskCounts, deskOf, nextTalent } from "#lib/desk/queries.ts";
import { NotFoundError } from "#lib/errors.ts";
import { findRecords } from "#lib/search/queries.ts";
import { handOverTalent, verifyTalent } from "#lib/talents/review-commands.ts";
import { AUDIT_PAGE, auditFilters, historyOf, listAudit } from "./queries.ts";

useDatabase();

const hongKong = officer("HONG_KONG");
const yantai = officer("YANTAI");
const list = (filters: Record<string, string>) => listAudit(hongKong, auditFilters.parse(filters));
let ids: string[];
let member: Viewer;

beforeAll(async () => {
  ids = await importRecords([
    recordInput("one"),
    recordInput("two"),
    recordInput("three", { headline: "Wine maker" }),
  ]);
  member = await enterpriseViewer(1, { verify: false });
  await at(new Date("2026-03-05T15:59:00Z"), () => verifyTalent(hongKong, ids[0]!, { note: "seen" }));
  await at(new Date("2026-03-05T16:01:00Z"), () =>
    handOverTalent(hongKong, ids[1]!, { office: "YANTAI", note: "please confirm the degree" }),
  );
});

describe("the audit trail", () => {
  it("is found by person, office, act, kind of record and the code that people know", async () => {
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: ids[0]! }, select: { code: true } });
    const [event] = (await list({ action: "talent.verified" })).rows;
    expect(event).toMatchObject({
      actorId: hongKong.accountId,
      office: "HONG_KONG",
      recordId: ids[0],
      reason: "seen",
      label: code,
      href: `/staff/talents/${ids[0]}`,
    });
    const actionsOf = async (filters: Record<string, string>) =>
      (await list(filters)).rows.map((row) => row.action);
    expect(await actionsOf({ actor: hongKong.accountId! })).toEqual(
      expect.arrayContaining(["talent.verified", "talent.handedOver"]),
    );
    expect(await actionsOf({ record: code.toLowerCase() })).toEqual(await actionsOf({ record: ids[0]! }));
    expect(new Set((await list({ type: "enterprise" })).rows.map((row) => row.recordType))).toEqual(
      new Set(["enterprise"]),
    );
    expect(await actionsOf({ office: "YANTAI" })).toEqual([]);
    expect(await actionsOf({ record: "T-NOBODY" })).toEqual([]);
  });

  it("takes days as those of Hong Kong and Yantai", async () => {
    const actions = async (filters: Record<string, string>) =>
      (await list({ type: "talent", ...filters })).rows.map((row) => row.action);
    expect(await actions({ from: "2026-03-05", to: "2026-03-05" })).toContain("talent.verified");
    expect(await actions({ from: "2026-03-05", to: "2026-03-05" })).not.toContain("talent.handedOver");
    expect(await actions({ from: "2026-03-06", to: "2026-03-06" })).toEqual(["talent.handedOver"]);
  });

  it("goes through its pages without losing or repeating an entry of the same moment", async () => {
    const moment = new Date("2026-02-01T00:00:00Z");
    await db.auditEvent.createMany({
      data: Array.from({ length: AUDIT_PAGE * 2 + 3 }, (_, index) => ({
        at: moment,
        actorName: "pager",
        actorRole: "SYSTEM",
        action: "project.updated",
        recordType: "project",
        recordId: `p${index}`,
      })),
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ action: "project.updated", ...(after ? { after } : {}) });
      seen.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(AUDIT_PAGE * 2 + 3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("is read by staff only", async () => {
    await expect(listAudit(member, {})).rejects.toBeInstanceOf(NotFoundError);
    await expect(historyOf(member, "talent", ids[0]!)).rejects.toBeInstanceOf(NotFoundError);
    await expect(handedToUs(member, new Date(0))).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("the desk", () => {
  it("counts for each office what lies with it", async () => {
    const [hk, yt] = [await deskCounts(hongKong), await deskCounts(yantai)];
    expect(hk.ours).toMatchObject({ talents: 1, enterprises: 0, needs: 0, messages: 0 });
    expect(hk.theirs).toMatchObject({ talents: 1, enterprises: 1 });
    expect(yt.ours).toEqual({ ...hk.theirs, matches: yt.ours.matches });
    const administrator: Viewer = { ...hongKong, role: "ADMIN", office: null };
    expect((await deskCounts(administrator)).ours).toMatchObject({ talents: 2, enterprises: 1 });
  });

  it("shows the hand-over with its note to the office that got it, and not to the other", async () => {
    expect(await handedToUs(yantai, new Date(0))).toMatchObject([
      { recordId: ids[1], reason: "please confirm the degree" },
    ]);
    expect(await handedToUs(hongKong, new Date(0))).toEqual([]);
    expect((await deskOf(yantai)).queues.talents.map((item) => item.id)).toEqual([ids[1]]);
    expect(await nextTalent(hongKong, ids[0]!)).toBe(ids[2]);
    await expect(deskOf(member)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is searched by words, by codes and by names in either script, by staff only", async () => {
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: ids[2]! }, select: { code: true } });
    const hrefs = async (q: string, viewer = hongKong) =>
      (await findRecords(viewer, q)).map((found) => found.href);
    expect(await hrefs("wine maker")).toContain(`/staff/talents/${ids[2]}`);
    expect(await hrefs(code)).toEqual([`/staff/talents/${ids[2]}`]);
    expect(await hrefs(code.slice(2).toLowerCase().padStart(8, "t-"))).toEqual([`/staff/talents/${ids[2]}`]);
    const enterprise = `/staff/enterprises/${member.enterpriseId}`;
    expect(await hrefs("示例海工装备")).toContain(enterprise);
    expect(await hrefs("示例海工裝備")).toContain(enterprise);
    expect(await hrefs("wine maker", member)).toEqual([]);
  });
});
