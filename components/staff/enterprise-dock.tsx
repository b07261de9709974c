import { getTranslations } from "next-intl/server";
import type { Viewer } from "#lib/auth/viewer.ts";
import {
  handOverEnterpriseAction,
  rejectEnterpriseAction,
  requestEnterpriseChangesAction,
  suspendEnterpriseAction,
  takeEnterpriseAction,
  verifyEnterpriseAction,
} from "#lib/enterprises/actions.ts";
import type { EnterpriseForStaff } from "#lib/enterprises/queries.ts";
import { ActButton, ActDialog, Dock } from "./dock.tsx";
import { HandOver } from "./hand-over.tsx";

/** What this officer can do with an enterprise now. */
export async function EnterpriseDock({
  enterprise,
  viewer,
}: {
  enterprise: EnterpriseForStaff;
  viewer: Viewer;
}) {
  const t = await getTranslations("staff.dock");
  const common = await getTranslations("staff.common");
  const { can, status } = enterprise;
  const hidden = { enterpriseId: enterprise.id };
  const verifies = can.verify || can.requestChanges || can.reject || can.suspend;
  const ours = !viewer.office || viewer.office === enterprise.office;
  return (
    <Dock key={`${enterprise.version}-${status}`} label={common("actions")}>
      {can.verify && (
        <ActButton id="verify" action={verifyEnterpriseAction} hidden={hidden} tone="sea">
          {t(status === "SUSPENDED" ? "lift" : "verify")}
        </ActButton>
      )}
      {can.requestChanges && (
        <ActDialog
          id="request-changes"
          action={requestEnterpriseChangesAction}
          hidden={hidden}
          field="reason"
          trigger={t("ask")}
          label={t("askReason")}
          help={t("askHelp")}
        />
      )}
      {can.reject && (
        <ActDialog
          id="reject"
          action={rejectEnterpriseAction}
          hidden={hidden}
          field="reason"
          tone="danger"
          trigger={t("reject")}
          label={t("rejectReason")}
          help={t("rejectHelp")}
        />
      )}
      {can.suspend && (
        <ActDialog
          id="suspend"
          action={suspendEnterpriseAction}
          hidden={hidden}
          field="reason"
          tone="danger"
          trigger={t("suspend")}
          label={t("suspendReason")}
          help={t("rejectHelp")}
        />
      )}
      {!verifies && (
        <p className="text-slate">{t(viewer.office === "HONG_KONG" ? "otherVerifies" : "settled")}</p>
      )}
      <div className="ml-auto flex flex-wrap gap-3">
        {ours && enterprise.assigneeId !== viewer.accountId && (
          <ActButton id="take" action={takeEnterpriseAction} hidden={hidden}>
            {t("take")}
          </ActButton>
        )}
        <HandOver
          id="hand-over"
          action={handOverEnterpriseAction}
          hidden={hidden}
          office={enterprise.office}
        />
      </div>
    </Dock>
  );
}
