import { getTranslations } from "next-intl/server";
import type { Viewer } from "#lib/auth/viewer.ts";
import {
  confirmTalentEditsAction,
  handOverTalentAction,
  rejectTalentAction,
  requestTalentChangesAction,
  sendClaimLinkAction,
  startTalentReviewAction,
  takeTalentAction,
  verifyTalentAction,
} from "#lib/talents/actions.ts";
import type { TalentForStaff } from "#lib/talents/staff-queries.ts";
import { ActButton, ActDialog, Dock } from "./dock.tsx";
import { HandOver } from "./hand-over.tsx";

/** What this officer can do with a profile now. Laid anew with every change, so that no dialog of a past state stays open. */
export async function TalentDock({ talent, viewer }: { talent: TalentForStaff; viewer: Viewer }) {
  const t = await getTranslations("staff.dock");
  const common = await getTranslations("staff.common");
  const terms = await getTranslations("terms");
  const { can, version } = talent;
  const hidden = { talentId: talent.id };
  const decidable = can.verify || can.requestChanges || can.reject || can.confirmEdits;
  return (
    <Dock key={`${version}-${talent.status}-${talent.assigneeId}-${talent.office}`} label={common("actions")}>
      {can.verify && (
        <ActButton id="verify" action={verifyTalentAction} hidden={{ ...hidden, version }} tone="sea">
          {t("verify")}
        </ActButton>
      )}
      {can.confirmEdits && (
        <ActButton id="confirm" action={confirmTalentEditsAction} hidden={{ ...hidden, version }} tone="sea">
          {t("confirm")}
        </ActButton>
      )}
      {can.requestChanges && (
        <ActDialog
          id="request-changes"
          action={requestTalentChangesAction}
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
          action={rejectTalentAction}
          hidden={hidden}
          field="reason"
          tone="danger"
          trigger={t("reject")}
          label={t("rejectReason")}
          help={t("rejectHelp")}
        />
      )}
      {!can.handOver && (
        <p className="text-slate">{t("otherOffice", { office: terms(`offices.${talent.office}`) })}</p>
      )}
      {can.handOver && !decidable && <p className="text-slate">{t("settled")}</p>}
      <div className="ml-auto flex flex-wrap gap-3">
        {can.start && (
          <ActButton id="start" action={startTalentReviewAction} hidden={hidden}>
            {t("start")}
          </ActButton>
        )}
        {can.take && !can.start && talent.assigneeId !== viewer.accountId && (
          <ActButton id="take" action={takeTalentAction} hidden={hidden}>
            {t("take")}
          </ActButton>
        )}
        {can.sendClaimLink && (
          <ActButton id="claim-link" action={sendClaimLinkAction} hidden={hidden}>
            {t("claim")}
          </ActButton>
        )}
        {can.handOver && (
          <HandOver id="hand-over" action={handOverTalentAction} hidden={hidden} office={talent.office} />
        )}
      </div>
    </Dock>
  );
}
