import { test } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { estimateFit } from "./estimate.ts";
import { postNeed } from "./commands.ts";
import { listOpenNeeds, getOpenNeed } from "./queries.ts";
import { openNeed } from "./review-commands.ts";
useDatabase();
test("bench", async () => {
  const own = await enterpriseViewer(1);
  const { needId } = await postNeed(own, needInput());
  await openNeed(officer("YANTAI"), needId);
  await db.$executeRawUnsafe(`INSERT INTO "Need" SELECT gen_random_uuid() id, 'N-'||i, NULL, "enterpriseId", status, (ARRAY['job','expert','challenge','internship'])[1+i%4], direction, locale, demo, title||i, description, duties, "mustHave", preferred, "educationMin", disciplines, "experienceYearsMin", "qualificationsRequired", languages, modes, "daysPerMonth", (ARRAY['clean-energy','food-wine','automotive'])[1+i%3], "chainText", (ARRAY['zhifu','penglai'])[1+i%2], ftz, "payMin","payMax","payCurrency","payPeriod",housing,relocation,headcount,"filledCount",start,deadline,"ipTerms",confidential,"contactName","contactPhone","educationRank","payCeiling","conceptIds","searchTokens",office,"assigneeId","officeSince","reviewNote","closeReason","submittedAt","openedAt" - i * interval '1 minute',"closedAt",version,"createdAt","updatedAt","matchedAt" FROM "Need", generate_series(1,5000) i`).catch((e: Error) => console.log(e.message.slice(0, 600)));
  for (let b = 0; b < 20; b++) await db.$executeRawUnsafe(`INSERT INTO "Talent" (id, code, kind, status, locale, intentions, industries, skills, experience, languages, direction, "payFloor", "educationRank", "experienceMonths", "conceptIds", "searchTokens", "officeSince", "createdAt", "updatedAt", qualifications, outputs, "blockedEmployers", "languageCodes")
    SELECT gen_random_uuid(), 'T-'||i, 'INDIVIDUAL', 'LISTED', 'en', ARRAY['full_time'], '{}', '{}', '[{"title":"x"}]', '[{"code":"en","level":"C1"}]', 'both', 300000 + i % 400000, i % 5, i % 300, (SELECT array_agg('concept-'||((i*7919 + k*104729) % 3000)) FROM generate_series(1,15) k), (SELECT array_agg('tok'||((i*31 + k*7919) % 20000)) FROM generate_series(1,150) k), now(), now(), now(), '{}','{}','{}','{}' FROM generate_series(${b * 5000 + 1},${b * 5000 + 5000}) i`).catch((e: Error) => console.log(e.message.slice(0, 600)));
  await db.$executeRawUnsafe(`ANALYZE`).catch(() => {});
  const time = async (name: string, work: () => Promise<unknown>) => {
    const ms: number[] = [];
    for (let i = 0; i < 7; i++) { const t = performance.now(); await work(); ms.push(performance.now() - t); }
    console.log(name, ms.map((one) => Math.round(one)).join(" "));
  };
  console.log(await db.need.count(), await db.talent.count());
  await time("estimate", () => estimateFit(own, needInput()));
  await time("estimate words", () => estimateFit(own, needInput({ mustHave: ["鱼骨胶纹饰修复的经验", "会做很特别的木雕工艺品"] })));
  await time("list", () => listOpenNeeds({}));
  await time("list chain+q", () => listOpenNeeds({ chain: "food-wine", q: "风电" }));
  await time("list q data", () => listOpenNeeds({ q: "data" }));
  await time("detail", () => getOpenNeed(needId));
}, 300_000);
