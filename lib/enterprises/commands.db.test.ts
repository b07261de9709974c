import { beforeAll, describe, expect, test } from "vitest";
import {
  enterpriseInput,
  enterpriseViewer,
  exampleCreditCode,
  officer,
} from "#e2e/support/enterprise-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { ConflictError, type DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import {
  handOverEnterprise,
  holdingEnterprise,
  registerEnterprise,
  rejectEnterprise,
  requestEnterpriseChanges,
  suspendEnterprise,
  takeEnterprise,
  updateEnterprise,
  verifyEnterprise,
} from "./commands.ts";
import { getEnterpriseForStaff, getOwnEnterprise } from "./queries.ts";
import { registerEnterpriseInput, type UpdateEnterprise } from "./schema.ts";

useDatabase();

const yantai = officer("YANTAI");
const hongKong = officer("HONG_KONG");
const statusOf = async (id: string) => (await db.enterprise.findUniqueOrThrow({ where: { id } })).status;
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof InvalidError ? error.issues : (error as DomainError).key),
  );
const details = (ordinal: number, change: Partial<UpdateEnterprise> = {}): UpdateEnterprise => {
  const { email, password, displayName, agreed, locale, verified, ...rest } = enterpriseInput(ordinal);
  return { ...rest, ...change };
};

describe("registering", () => {
  test("makes enterprise and account together, and mails the link in their language", async () => {
    const { accountId, enterpriseId } = await registerEnterprise(
      enterpriseInput(1, { verified: false, locale: "zh-Hant" }),
    );
    expect(await db.account.findUnique({ where: { id: accountId } })).toMatchObject({
      role: "ENTERPRISE",
      enterpriseId,
      emailVerifiedAt: null,
    });
    expect(await statusOf(enterpriseId)).toBe("SUBMITTED");
    expect(
      await db.mailMessage.count({ where: { recipient: "enterprise1@test.example", locale: "zh_Hant" } }),
    ).toBe(1);
  });

  test("a licence that is registered gets a clear answer, also by two at once", async () => {
    const twice = (email: string) => registerEnterprise(enterpriseInput(2, { email }));
    const results = await Promise.allSettled([twice("a@test.example"), twice("b@test.example")]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await problemOf(twice("c@test.example"))).toEqual([
      { path: "licenceNumber", key: "licenceTaken" },
    ]);
    expect(await db.account.count({ where: { email: "c@test.example" } })).toBe(0);
  });

  test("an address that is taken leaves no enterprise behind", async () => {
    await registerEnterprise(enterpriseInput(3));
    const problem = await problemOf(
      registerEnterprise(enterpriseInput(4, { email: enterpriseInput(3).email })),
    );
    expect(problem).toEqual([{ path: "email", key: "emailTaken" }]);
    expect(await db.enterprise.count({ where: { licenceNumber: exampleCreditCode(4) } })).toBe(0);
  });

  test("a double submit makes one", async () => {
    const answers = await Promise.all(
      [1, 2].map(() => registerEnterprise(enterpriseInput(5), "the same key")),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(await db.enterprise.count({ where: { licenceNumber: exampleCreditCode(5) } })).toBe(1);
  });

  test("a Hong Kong enterprise has a business registration number", async () => {
    const { enterpriseId } = await registerEnterprise(
      enterpriseInput(6, { district: "hongkong", licenceNumber: "12345678-000-05-25-9" }),
    );
    expect((await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })).licenceNumber).toBe(
      "12345678",
    );
    expect(await problemOf(registerEnterprise(enterpriseInput(7, { district: "hongkong" })))).toEqual([
      { path: "licenceNumber", key: "invalidBusinessRegistration" },
    ]);
  });

  test("the form takes nothing that it does not ask for, and bounds what it takes", () => {
    const { locale, verified, demo, ...form } = { ...enterpriseInput(8), demo: undefined };
    const typed = { ...form, agreed: "on", nameEn: "", website: "" };
    expect(registerEnterpriseInput.safeParse(typed).success).toBe(true);
    for (const extra of [
      { status: "VERIFIED" },
      { role: "ADMIN" },
      { verified: "true" },
      { agreed: undefined },
      { name: "字".repeat(10_000) },
      { website: "javascript:alert(1)" },
    ])
      expect(
        registerEnterpriseInput.safeParse({ ...typed, ...extra }).success,
        JSON.stringify(extra).slice(0, 60),
      ).toBe(false);
    // emoji stay, marks that turn the direction around do not
    expect(registerEnterpriseInput.parse({ ...typed, name: "\u202E公司🌊\u202C " }).name).toBe("公司🌊");
  });
});

describe("verifying", () => {
  let own: Viewer;
  let id: string;
  beforeAll(async () => {
    own = await enterpriseViewer(20, { verify: false });
    id = own.enterpriseId!;
  });

  test("is the Yantai office's; for others there is nothing there", async () => {
    for (const viewer of [hongKong, own, { ...own, role: "TALENT" as const }])
      await expect(verifyEnterprise(viewer, id)).rejects.toThrow(NotFoundError);
    expect(await statusOf(id)).toBe("SUBMITTED");
    expect(await getEnterpriseForStaff(own, id)).toBeNull();
    expect(await getEnterpriseForStaff(hongKong, id)).toMatchObject({ can: { verify: false } });
  });

  test("changes requested go out by mail, and the correction comes back by itself", async () => {
    await requestEnterpriseChanges(yantai, id, { reason: "名称与执照不符" });
    expect(
      await db.mailMessage.count({
        where: { template: "enterprises.changesRequested", text: { contains: "名称与执照不符" } },
      }),
    ).toBe(1);
    const { version } = await getOwnEnterprise(own);
    await updateEnterprise(own, details(20, { name: "更正后的名称" }), version);
    expect(await getOwnEnterprise(own)).toMatchObject({ status: "SUBMITTED", name: "更正后的名称" });
    await expect(updateEnterprise(own, details(20), version)).rejects.toThrow(ConflictError);
  });

  test("two officers at once: one decides, the other is told", async () => {
    const results = await Promise.allSettled([
      verifyEnterprise(yantai, id),
      rejectEnterprise(officer("YANTAI"), id, { reason: "x" }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ key: "alreadyDecided" });
    expect(
      await db.auditEvent.count({
        where: { recordId: id, action: { in: ["enterprise.verified", "enterprise.rejected"] } },
      }),
    ).toBe(1);
  });

  test("once verified, name, number and place are locked", async () => {
    const fresh = await enterpriseViewer(21);
    const { version } = await getOwnEnterprise(fresh);
    await updateEnterprise(
      fresh,
      details(21, {
        name: "另一家",
        licenceNumber: exampleCreditCode(99),
        district: "zhifu",
        about: "新简介",
      }),
      version,
    );
    expect(await getOwnEnterprise(fresh)).toMatchObject({
      name: enterpriseInput(21).name,
      licenceNumber: exampleCreditCode(21),
      district: "penglai",
      about: "新简介",
      status: "VERIFIED",
    });
  });

  test("a suspended one changes nothing until it is verified again", async () => {
    const fresh = await enterpriseViewer(22);
    await suspendEnterprise(yantai, fresh.enterpriseId!, { reason: "x" });
    const { version } = await getOwnEnterprise(fresh);
    expect(await problemOf(updateEnterprise(fresh, details(22), version))).toBe("enterpriseLocked");
    await verifyEnterprise(yantai, fresh.enterpriseId!);
    expect(await statusOf(fresh.enterpriseId!)).toBe("VERIFIED");
  });

  test("it is handed over once and taken by one of the office that has it", async () => {
    const fresh = await enterpriseViewer(23, { verify: false });
    const target = fresh.enterpriseId!;
    await takeEnterprise(yantai, target);
    await expect(takeEnterprise(hongKong, target)).rejects.toThrow(ConflictError);
    await handOverEnterprise(yantai, target, { office: "HONG_KONG", note: "请核对香港母公司" });
    await expect(handOverEnterprise(yantai, target, { office: "HONG_KONG", note: "x" })).rejects.toThrow(
      ConflictError,
    );
    const takers = [officer("HONG_KONG"), officer("HONG_KONG")];
    await takeEnterprise(takers[0]!, target);
    await expect(takeEnterprise(takers[0]!, target)).rejects.toThrow(ConflictError);
    await takeEnterprise(takers[1]!, target);
    expect(await getEnterpriseForStaff(takers[1]!, target)).toMatchObject({
      office: "HONG_KONG",
      assigneeId: takers[1]!.accountId,
    });
    await expect(takeEnterprise(fresh, target)).rejects.toThrow(NotFoundError);
  });
});

test("the holding enterprise is made once, however many ask, and is nobody's to decide", async () => {
  const ask = () => transaction(systemViewer("import"), holdingEnterprise);
  const ids = await Promise.all(Array.from({ length: 5 }, ask));
  expect(new Set(ids).size).toBe(1);
  await expect(suspendEnterprise(yantai, ids[0]!, { reason: "x" })).rejects.toThrow(NotFoundError);
});
