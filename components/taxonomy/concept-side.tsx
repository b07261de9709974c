import { useTranslations } from "next-intl";
import { ActButton, ActDialog } from "#components/staff/dock.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import {
  mergeConceptAction,
  restoreConceptAction,
  retireConceptAction,
  reviewConceptAction,
  undoMergeAction,
} from "#lib/taxonomy/actions.ts";
import type { ConceptDetail } from "#lib/taxonomy/concept-query.ts";
import { ConceptLink } from "./concept-name.tsx";
import { ConceptSource, ConceptStatus } from "./status.tsx";

/** State of a concept, how much it is used, and what can be done with it as a whole. */
export function ConceptSide({ concept }: { concept: ConceptDetail }) {
  const t = useTranslations("taxonomy");
  const { uses, reviewed } = concept;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <ConceptStatus status={concept.status} />
        <ConceptSource source={concept.source} />
      </p>
      <p className="mt-3 text-sm text-slate">
        {reviewed
          ? t("concept.reviewedBy", { name: reviewed.by, date: reviewed.at })
          : concept.status === "drafted" && t("concept.notReviewed")}
      </p>
      <h2 className="mt-5 text-lg">{t("concept.uses")}</h2>
      <p className="mt-1">
        {uses.more
          ? t("concept.usedMore")
          : t("concept.usedBy", { talents: uses.talents, needs: uses.needs })}
      </p>
      {concept.mergedHere.length > 0 && (
        <>
          <h2 className="mt-5 text-lg">{t("concept.mergedHere")}</h2>
          <ul>
            {concept.mergedHere.map((each) => (
              <li key={each.id}>
                <ConceptLink {...each} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-5 text-sm text-mute [overflow-wrap:anywhere]">
        {t("concept.id")}: <code>{concept.id}</code>
      </p>
      <Acts concept={concept} />
    </>
  );
}

function Acts({ concept: { id, version, status, mergedInto, source } }: { concept: ConceptDetail }) {
  const t = useTranslations("taxonomy.concept");
  const hidden = { conceptId: id, version };
  return (
    <section aria-label={t("actions")} className="mt-5 flex flex-wrap gap-3">
      {mergedInto && (
        <ActButton id={`unmerge-${id}`} action={undoMergeAction} hidden={hidden} tone="sea">
          {t("undoMerge")}
        </ActButton>
      )}
      {source === "retired" && (
        <ActButton id={`restore-${id}`} action={restoreConceptAction} hidden={hidden} tone="sea">
          {t("restore")}
        </ActButton>
      )}
      {!mergedInto && source !== "retired" && (
        <>
          {status === "drafted" && (
            <ActButton id={`review-${id}`} action={reviewConceptAction} hidden={hidden} tone="sea">
              {t("review")}
            </ActButton>
          )}
          <Dialog trigger={t("merge")} title={t("merge")}>
            <ActionForm id={`merge-${id}`} action={mergeConceptAction}>
              <input type="hidden" name="conceptId" value={id} />
              <input type="hidden" name="version" value={version} />
              <TextField name="into" label={t("mergeInto")} help={t("mergeHelp")} maxLength={250} />
              <SubmitButton>{t("merge")}</SubmitButton>
            </ActionForm>
          </Dialog>
          <ActDialog
            id={`retire-${id}`}
            action={retireConceptAction}
            hidden={hidden}
            field="reason"
            trigger={t("retire")}
            tone="danger"
            label={t("retireReason")}
          />
        </>
      )}
    </section>
  );
}
