import { randomBytes, randomUUID } from "node:crypto";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { at, now } from "#lib/clock.ts";
import { CONSENT_TEXT_VERSION } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type EngineFacts, writeEngineState } from "./engine-state.ts";

/** Rows for the database tests of matches and introductions; each call makes people and needs of its own. */
const code = (letter: string) => `${letter}-${randomBytes(4).toString("hex").toUpperCase()}`;
const stamps = () => ({ createdAt: now(), updatedAt: now() });

export async function makeAccount(data: Partial<Prisma.AccountUncheckedCreateInput> = {}): Promise<Viewer> {
  const email = `${randomUUID()}@test.example`;
  await db.account.create({
    data: {
      email,
      displayName: "Test person",
      role: "OFFICER",
      office: "HONG_KONG",
      locale: "en",
      ...stamps(),
      ...data,
    },
  });
  return viewerOf(email);
}

export async function makeEnterprise(data: Partial<Prisma.EnterpriseUncheckedCreateInput> = {}) {
  const { id } = await db.enterprise.create({
    data: {
      status: "VERIFIED",
      name: `测试装备${randomBytes(3).toString("hex")}有限公司`,
      licenceNumber: randomUUID(),
      chain: "marine-engineering",
      district: "penglai",
      locale: "zh_Hans",
      contactName: "李工",
      contactPhone: "+86 535 0000000",
      officeSince: now(),
      submittedAt: now(),
      ...stamps(),
      ...data,
    },
  });
  const member = await makeAccount({ role: "ENTERPRISE", office: null, enterpriseId: id, locale: "zh_Hans" });
  return { enterpriseId: id, member };
}

export async function makeNeed(
  enterpriseId: string,
  data: Partial<Prisma.NeedUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db.need.create({
    data: {
      code: code("N"),
      enterpriseId,
      status: "OPEN",
      type: "job",
      locale: "zh_Hans",
      title: "海上风电基础结构工程师",
      description: "负责导管架与单桩基础的结构设计。",
      mustHave: ["导管架基础设计经验", "结构疲劳分析"],
      preferred: ["SACS"],
      modes: ["full_time"],
      chain: "marine-engineering",
      district: "penglai",
      officeSince: now(),
      openedAt: now(),
      ...stamps(),
      ...data,
    },
  });
  return id;
}

const FITTING = {
  headline: "離岸結構工程師，導管架基礎設計",
  summary: "八年導管架基礎及單樁設計，疲勞分析。",
  skills: ["SACS", "疲勞分析", "導管架"],
  experience: [
    {
      title: "結構工程師",
      organisation: "某顧問",
      industry: "海上風電",
      from: "2018-01",
      to: null,
      description: "負責導管架基礎設計及疲勞分析，使用 SACS。",
    },
  ],
  intentions: ["full_time"],
  direction: "hk_to_yantai",
  base: "HK",
} satisfies Partial<Prisma.TalentUncheckedCreateInput>;
export const UNRELATED = {
  headline: "法律顧問",
  summary: "商事仲裁與合同審閱。",
  skills: ["仲裁"],
  experience: [],
} satisfies Partial<Prisma.TalentUncheckedCreateInput>;

/** A listed talent who fits the need of `makeNeed`, with account, identity and the consent to be matched. */
export async function makeTalent(data: Partial<Prisma.TalentUncheckedCreateInput> = {}) {
  const account = await makeAccount({ role: "TALENT", office: null, locale: "zh_Hant" });
  const talentId = await transaction(systemViewer("test"), async (tx) => {
    const { id } = await tx.talent.create({
      data: {
        code: code("T"),
        accountId: account.accountId,
        status: "LISTED",
        locale: "zh_Hant",
        officeSince: now(),
        ...FITTING,
        ...stamps(),
        ...data,
      },
    });
    await tx.talentIdentity.create({ data: { talentId: id, nameZh: "陳大文" } });
    await tx.talentContact.create({
      data: { talentId: id, email: "canary@person.example", phone: "+852 5550 1234" },
    });
    await tx.consent.create({
      data: {
        talentId: id,
        purpose: "MATCHING",
        category: "profile",
        textVersion: CONSENT_TEXT_VERSION,
        locale: "zh_Hant",
        grantedAt: now(),
      },
    });
    return id;
  });
  return { talentId, viewer: await viewerOf(account.email) };
}

/** What is waiting in a queue for a record, by the id in its data. */
export const jobsOf = (name: string, id: string): Promise<{ start_after: Date }[]> =>
  db.$queryRaw`SELECT start_after FROM pgboss.job WHERE name = ${name} AND data::text LIKE ${`%${id}%`}`;
export const mailsTo = (email: string) =>
  db.mailMessage.findMany({ where: { recipient: email }, orderBy: { createdAt: "asc" } });

/** What an engine that is ready says of itself. */
const engineFacts = (change: Partial<EngineFacts> = {}): EngineFacts => ({
  ready: true,
  talents: 0,
  needs: 0,
  concepts: 0,
  waiting: 0,
  missing: 0,
  stale: 0,
  memoryMiB: 100,
  buildSeconds: 0.1,
  builtAt: now().toISOString(),
  mergedAt: null,
  mergeSeconds: null,
  lagMs: 0,
  indexVersion: "1",
  engineVersion: "1",
  dictionaryVersion: "1",
  weightsVersion: "1",
  ranked: 0,
  lastRankedAt: null,
  lastRankedMs: null,
  ...change,
});

/** An engine that says so, and is heard of for as long as a slow test lasts. */
export const engineBeats = (id: string, change: Partial<EngineFacts> = {}): Promise<void> =>
  at(new Date(Date.now() + 600_000), () => writeEngineState(id, now(), engineFacts(change)));
