import { getTranslations } from "next-intl/server";
import { ActButton, ActDialog, Dock } from "#components/staff/dock.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import {
  assignCaseAction,
  endCaseAction,
  moveCaseAction,
  offerHandOverAction,
  takeCaseAction,
} from "#lib/introductions/actions.ts";
import type { CaseForStaff } from "#lib/introductions/case-detail-queries.ts";
import { REASONED } from "#lib/introductions/case-reasoned.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import { EndForms } from "./end-forms.tsx";

type Props = { case: CaseFrame; detail: CaseForStaff };

/** What this officer can do with a case now. */
export async function CaseDock({ case: of, detail }: Props) {
  const t = await getTranslations("cases");
  const common = await getTranslations("staff.common");
  const terms = await getTranslations("terms.offices");
  const { can } = detail;
  const hidden = { introductionId: of.id, version: of.version };
  const idle = !can.step && can.moves.length === 0 && !can.answerHandOver;
  const others = detail.officers.filter(({ id }) => id !== of.ownerId);
  // no empty bar at the foot
  const acts = [can.moves.length, Object.keys(can.endings).length, can.take, can.handOver];
  const assign = can.assign && others.length > 0;
  if (!idle && !assign && !acts.some(Boolean)) return null;
  return (
    <Dock label={common("actions")}>
      {can.moves.map((move) =>
        REASONED.includes(move) ? (
          <ActDialog
            key={move}
            id={move}
            action={moveCaseAction}
            hidden={{ ...hidden, move }}
            field="reason"
            trigger={t(`moves.${move}`)}
            label={t("moves.reason")}
            help={t("moves.reasonHelp")}
          />
        ) : (
          <ActButton key={move} id={move} action={moveCaseAction} hidden={{ ...hidden, move }} tone="sea">
            {t(`moves.${move}`)}
          </ActButton>
        ),
      )}
      {Object.keys(can.endings).length > 0 && (
        <Dialog trigger={t("end.title")} tone="danger" title={t("end.title")}>
          <EndForms case={of} endings={can.endings} action={endCaseAction} />
        </Dialog>
      )}
      {idle && (
        <p className="text-slate">
          {of.running ? t("step.elsewhere", { office: terms(of.office) }) : t(`after.STAFF.${of.status}`)}
        </p>
      )}
      <div className="ml-auto flex flex-wrap gap-3">
        {can.take && (
          <ActButton id="take" action={takeCaseAction} hidden={hidden}>
            {t("assign.take")}
          </ActButton>
        )}
        {assign && <Assign case={of} others={others} />}
        {can.handOver && (
          <ActDialog
            id="offer-hand-over"
            action={offerHandOverAction}
            hidden={hidden}
            field="note"
            trigger={t("hand.offer")}
            submit={t("hand.offerTo", { office: terms(otherOffice(of.office)) })}
            label={t("hand.note")}
            help={t("hand.noteHelp")}
          />
        )}
      </div>
    </Dock>
  );
}

async function Assign({ case: of, others }: { case: CaseFrame; others: CaseForStaff["officers"] }) {
  const t = await getTranslations("cases.assign");
  return (
    <Dialog trigger={t("title")} title={t("title")}>
      <ActionForm id="assign" action={assignCaseAction}>
        <input type="hidden" name="introductionId" value={of.id} />
        <input type="hidden" name="version" value={of.version} />
        <SelectField
          name="ownerId"
          label={t("label")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
