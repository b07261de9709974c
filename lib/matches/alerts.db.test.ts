import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { sendAlerts } from "./alerts.ts";
import { refreshNeed } from "./suggestions.ts";
import { jobsOf, mailsTo, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";

useDatabase();

test("who asked for alerts and fits well hears of a new need once, after it was ranked", async () => {
  const { enterpriseId } = await makeEnterprise({ name: "烟台某船厂有限公司" });
  const needId = await makeNeed(enterpriseId);
  const fits = await makeTalent();
  const silent = await makeTalent({ alerts: false });
  const blocking = await makeTalent({ blockedEmployers: ["烟台某船厂"] });
  const other = await makeTalent({ intentions: ["internship"] });
  await sendAlerts(needId);
  expect(await mailsTo(fits.viewer.email)).toEqual([]);
  expect(await jobsOf("needs.sendAlerts", needId)).toHaveLength(1);
  await refreshNeed(needId);
  await Promise.all([sendAlerts(needId), sendAlerts(needId)]);
  expect((await mailsTo(fits.viewer.email)).map((mail) => mail.template)).toEqual(["notifications.needFits"]);
  for (const { viewer } of [silent, blocking, other]) expect(await mailsTo(viewer.email)).toEqual([]);
});
