"use server";

import { action, publicAction } from "#lib/action.ts";
import { callerAddress, startSession } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
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
const reviewed = (enterpriseId: string, done: string) => `/staff/enterprises/${enterpriseId}?done=${done}`;

export const verifyEnterpriseAction = action(
  "verifyEnterpriseAction",
  verifyEnterpriseInput,
  async (viewer, { enterpriseId, note }, { locale }) => {
    await verifyEnterprise(viewer, enterpriseId, { note: note || undefined });
    redirect({ href: reviewed(enterpriseId, "verified"), locale });
  },
);

export const requestEnterpriseChangesAction = action(
  "requestEnterpriseChangesAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await requestEnterpriseChanges(viewer, enterpriseId, { reason });
    redirect({ href: reviewed(enterpriseId, "changesRequested"), locale });
  },
);

export const rejectEnterpriseAction = action(
  "rejectEnterpriseAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await rejectEnterprise(viewer, enterpriseId, { reason });
    redirect({ href: reviewed(enterpriseId, "rejected"), locale });
  },
);

export const suspendEnterpriseAction = action(
  "suspendEnterpriseAction",
  enterpriseReasonInput,
  async (viewer, { enterpriseId, reason }, { locale }) => {
    await suspendEnterprise(viewer, enterpriseId, { reason });
    redirect({ href: reviewed(enterpriseId, "suspended"), locale });
  },
);

export const handOverEnterpriseAction = action(
  "handOverEnterpriseAction",
  handOverEnterpriseInput,
  async (viewer, { enterpriseId, office, note }, { locale }) => {
    await handOverEnterprise(viewer, enterpriseId, { office, note });
    redirect({ href: reviewed(enterpriseId, "handedOver"), locale });
  },
);

export const takeEnterpriseAction = action(
  "takeEnterpriseAction",
  enterpriseIdInput,
  async (viewer, { enterpriseId }, { locale }) => {
    await takeEnterprise(viewer, enterpriseId);
    redirect({ href: reviewed(enterpriseId, "taken"), locale });
  },
);
