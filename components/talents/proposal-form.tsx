import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Tag } from "#components/ui/surface.tsx";
import { applyProposalAction } from "#lib/talents/actions.ts";
import type { ProposalGroup, ProposalRow } from "#lib/talents/proposal-rows.ts";

/** What the CV says, each beside the sentence that it comes from; what is ticked enters the profile as a draft. */
export function ProposalForm({ documentId, groups }: { documentId: string; groups: ProposalGroup[] }) {
  const t = useTranslations("talents.cv");
  return (
    <ActionForm id="apply-proposal" action={applyProposalAction}>
      <input type="hidden" name="documentId" value={documentId} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {groups.map((group) => (
          <Card key={group.id}>
            <fieldset className="min-w-0">
              <legend className="text-lg font-semibold">{t(`groups.${group.id}`)}</legend>
              <ul>
                {group.rows.map((row) => (
                  <Row
                    key={row.path}
                    row={row}
                    compact={group.id === "skills" || group.id === "qualifications"}
                  />
                ))}
              </ul>
            </fieldset>
          </Card>
        ))}
      </div>
      <div className="sticky bottom-16 z-10 mt-4 rounded-lg border border-line bg-paper/95 p-3 shadow-card md:bottom-3">
        <SubmitButton tone="bauhinia" className="w-full sm:w-auto">
          {t("apply")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Row({ row, compact }: { row: ProposalRow; compact: boolean }) {
  const t = useTranslations("talents.cv");
  const terms = useTranslations("terms");
  const [first, ...rest] = row.list?.includes(".")
    ? [terms(row.list), ...row.lines]
    : row.list
      ? row.lines.map((line) => terms(`${row.list}.${line}`))
      : row.lines;
  return (
    <li className="grid gap-x-6 border-t border-line py-2 first:border-0 md:grid-cols-2">
      <label className="flex min-h-11 min-w-0 items-start gap-3 py-2">
        <input
          type="checkbox"
          name="accept[]"
          value={row.path}
          defaultChecked={!row.known && !row.replaces}
          className="mt-1 size-5 shrink-0 accent-sea-fill"
        />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {row.field && <span className="block text-sm text-mute">{t(`fields.${row.field}`)}</span>}
          <span className="font-semibold">{first}</span>
          {rest.map((line, index) => (
            <span key={index} className="block whitespace-pre-line text-slate">
              {line}
            </span>
          ))}
          <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
            {row.known && <Tag tone="ok">{t("known")}</Tag>}
            {row.replaces && <Tag tone="warn">{t("replaces")}</Tag>}
            {row.notes.map((note) => (
              <Tag key={note.key} tone="warn">
                {t(note.key, note.params)}
              </Tag>
            ))}
          </span>
        </span>
      </label>
      {!compact && (
        <blockquote className="my-2 ml-8 max-h-40 overflow-auto border-l-2 border-sea-300 pl-3 text-sm whitespace-pre-line text-slate [overflow-wrap:anywhere] md:ml-0">
          <span className="sr-only">{t("source")}: </span>
          {row.source}
        </blockquote>
      )}
      {compact && (
        <p className="mb-1 ml-8 self-center text-sm text-mute [overflow-wrap:anywhere] md:ml-0">
          <span className="sr-only">{t("source")}: </span>
          {row.source}
        </p>
      )}
    </li>
  );
}
