"use server";

import { action, publicAction } from "#lib/action.ts";
import { callerAddress, startSession } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { registerEnterprise, updateEnterprise } from "./commands.ts";
import { registerEnterpriseInput, updateEnterpriseInput } from "./schema.ts";

export const registerEnterpriseAction = publicAction(
  "registerEnterpriseAction",
  registerEnterpriseInput,
  async (_viewer, input, { locale, key }) => {
    await throttle(LIMITS.register, await callerAddress());
    const { accountId } = await registerEnterprise({ ...input, locale }, key);
    await startSession(accountId);
    redirect({ href: "/enterprise?registered=1", locale });
  },
);

export const updateEnterpriseAction = action(
  "updateEnterpriseAction",
  updateEnterpriseInput,
  async (viewer, { version, ...input }, { locale }) => {
    await updateEnterprise(viewer, input, version);
    redirect({ href: "/enterprise/profile?saved=1", locale });
  },
);
