"use server";

import { revalidatePath } from "next/cache";
import { action, publicAction } from "#lib/action.ts";
import { callerAddress, startSession } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import {
  handOverEnterprise,
  registerEnterprise,
  rejectEnterprise,
  requestEnterpriseChanges,
  suspendEnterprise,
  takeEnterprise,
  updateEnterprise,
  verifyEnterprise,
} from "./commands.ts";
import {
  enterpriseIdInput,
  enterpriseReasonInput,
  handOverEnterpriseInput,
  registerEnterpriseInput,
  updateEnterpriseInput,
  verifyEnterpriseInput,
} from "./schema.ts";

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

// the workstation's side
/** Back to the record with what was done; the lists and their numbers are read anew. */
function reviewed(enterpriseId: string, done: string, locale: AppLocale) {
  revalidatePath("/[locale]/staff", "layout");
  redirect({ href: `/staff/enterprises/${enterpriseId}?done=${done}`, locale });
}

export const verifyEnterpriseAction = action(
  "verifyEnterpriseAction",
  verifyEnterpriseInput,
  async (viewer, { enterpriseId, note }, { locale }) => {
    await verifyEnterprise(viewer, enterpriseId, { note: note || undefined });
    reviewed(enterpriseId, "verified", locale);
  },
);

export const requestEnterpriseChangesAction = action(
  "requestEnterpriseChangesAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await requestEnterpriseChanges(viewer, enterpriseId, { reason });
    reviewed(enterpriseId, "changesRequested", locale);
  },
);

export const rejectEnterpriseAction = action(
  "rejectEnterpriseAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await rejectEnterprise(viewer, enterpriseId, { reason });
    reviewed(enterpriseId, "rejected", locale);
  },
);

export const suspendEnterpriseAction = action(
  "suspendEnterpriseAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await suspendEnterprise(viewer, enterpriseId, { reason });
    reviewed(enterpriseId, "suspended", locale);
  },
);

export const handOverEnterpriseAction = action(
  "handOverEnterpriseAction",
  handOverEnterpriseInput,
  async (viewer, { enterpriseId, office, note }, { locale }) => {
    await handOverEnterprise(viewer, enterpriseId, { office, note });
    reviewed(enterpriseId, "handedOver", locale);
  },
);

export const takeEnterpriseAction = action(
  "takeEnterpriseAction",
  enterpriseIdInput,
  async (viewer, { enterpriseId }, { locale }) => {
    await takeEnterprise(viewer, enterpriseId);
    reviewed(enterpriseId, "taken", locale);
  },
);
