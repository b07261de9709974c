import { getTranslations } from "next-intl/server";
import {
  closeNeedForOwnerAction,
  handOverNeedAction,
  openNeedAction,
  pauseNeedForOwnerAction,
  resumeNeedForOwnerAction,
  returnNeedAction,
  takeNeedAction,
} from "#lib/needs/actions.ts";
import type { NeedForStaff } from "#lib/needs/views.ts";
import { ActButton, ActDialog, Dock } from "./dock.tsx";
import { HandOver } from "./hand-over.tsx";

/** What this officer can do with a need now. */
export async function NeedDock({ need }: { need: NeedForStaff }) {
  const t = await getTranslations("staff.dock");
  const common = await getTranslations("staff.common");
  const terms = await getTranslations("terms");
  const { can, version } = need;
  const hidden = { needId: need.id };
  const decidable = can.open || can.return || can.pause || can.resume || can.close;
  const enterpriseFirst = need.status === "SUBMITTED" && can.handOver && !can.open;
  return (
    <Dock key={`${version}-${need.status}`} label={common("actions")}>
      {can.open && (
        <ActButton id="open" action={openNeedAction} hidden={hidden} tone="sea">
          {t("open")}
        </ActButton>
      )}
      {enterpriseFirst && <p className="text-slate">{t("enterpriseFirst")}</p>}
      {can.return && (
        <ActDialog
          id="return"
          action={returnNeedAction}
          hidden={hidden}
          field="reason"
          trigger={t("return")}
          label={t("askReason")}
          help={t("askHelp")}
        />
      )}
      {can.resume && (
        <ActButton id="resume" action={resumeNeedForOwnerAction} hidden={{ ...hidden, version }} tone="sea">
          {t("resume")}
        </ActButton>
      )}
      {can.pause && (
        <ActButton id="pause" action={pauseNeedForOwnerAction} hidden={{ ...hidden, version }}>
          {t("pause")}
        </ActButton>
      )}
      {can.close && (
        <ActDialog
          id="close"
          action={closeNeedForOwnerAction}
          hidden={hidden}
          field="reason"
          tone="danger"
          trigger={t("close")}
          label={t("closeReason")}
          help={t("askHelp")}
        />
      )}
      {!can.handOver && (
        <p className="text-slate">{t("otherOffice", { office: terms(`offices.${need.office}`) })}</p>
      )}
      {can.handOver && !decidable && !enterpriseFirst && <p className="text-slate">{t("settled")}</p>}
      <div className="ml-auto flex flex-wrap gap-3">
        {can.take && (
          <ActButton id="take" action={takeNeedAction} hidden={hidden}>
            {t("take")}
          </ActButton>
        )}
        {can.handOver && (
          <HandOver id="hand-over" action={handOverNeedAction} hidden={hidden} office={need.office} />
        )}
      </div>
    </Dock>
  );
}
