import { useTranslations } from "next-intl";
import { ActButton, ActDialog } from "#components/staff/dock.tsx";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { listHref } from "#components/ui/query.ts";
import { Tag } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { addAliasAction, dismissPhraseAction, reopenPhraseAction } from "#lib/taxonomy/actions.ts";
import type { QueuedPhrase } from "#lib/taxonomy/phrase-queries.ts";

/** The queue: each phrase with where it is used, and what it may mean at one press. */
export function PhraseList({ rows }: { rows: QueuedPhrase[] }) {
  return (
    <ul className="grid divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.form}
          className="grid gap-3 py-4 first:pt-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]"
        >
          <Phrase row={row} />
          {row.dismissed ? <Dismissed row={row} /> : <Ways row={row} />}
        </li>
      ))}
    </ul>
  );
}

const newHref = (form: string) => listHref("/staff/taxonomy/new", { phrase: form });

function Phrase({ row }: { row: QueuedPhrase }) {
  const t = useTranslations("taxonomy.phrases");
  const both = row.talents > 0 && row.needs > 0 ? "yes" : "no";
  return (
    <div className="min-w-0">
      <Link
        href={newHref(row.form)}
        data-row-link
        lang={row.script === "latin" ? "en" : undefined}
        className={`${rowLink} text-lg [overflow-wrap:anywhere]`}
      >
        {row.example}
      </Link>
      <p className="mt-1 flex flex-wrap gap-2">
        {row.fields.map((field) => (
          <Tag key={field}>{t(`fields.${field}`)}</Tag>
        ))}
      </p>
      <p className="mt-1 text-sm text-slate">
        {t("usedBy", { talents: row.talents, needs: row.needs, both })}
        {row.talents === 1 && row.needs === 0 && ` · ${t("single")}`}
      </p>
      <p className="text-sm text-mute">{t("seen", { first: row.firstSeen, last: row.lastSeen })}</p>
    </div>
  );
}

function Ways({ row }: { row: QueuedPhrase }) {
  const t = useTranslations("taxonomy.phrases");
  return (
    <div className="min-w-0">
      {row.nearest.length > 0 && (
        <>
          <p className="mb-1.5 text-sm text-slate">{t("means")}</p>
          <div className="flex flex-wrap gap-2">
            {row.nearest.map(({ id, label }) => (
              <ActButton
                key={id}
                id={`alias-${row.form}-${id}`}
                action={addAliasAction}
                hidden={{ form: row.form, conceptId: id }}
              >
                {label}
              </ActButton>
            ))}
          </div>
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-1">
        <ButtonLink href={listHref("/staff/taxonomy", { phrase: row.form })} tone="quiet">
          {t("other")}
        </ButtonLink>
        <ButtonLink href={newHref(row.form)} tone="quiet">
          {t("new")}
        </ButtonLink>
        <ActDialog
          id={`dismiss-${row.form}`}
          action={dismissPhraseAction}
          hidden={{ form: row.form }}
          field="reason"
          trigger={t("dismiss")}
          tone="quiet"
          label={t("dismissReason")}
        />
      </div>
    </div>
  );
}

function Dismissed({ row: { form, dismissed } }: { row: QueuedPhrase }) {
  const t = useTranslations("taxonomy.phrases");
  return (
    <div className="min-w-0">
      {dismissed && (
        <p className="text-slate">
          {t("dismissedBy", { name: dismissed.by, date: dismissed.at, reason: dismissed.reason })}
        </p>
      )}
      <ActButton id={`reopen-${form}`} action={reopenPhraseAction} hidden={{ form }}>
        {t("reopen")}
      </ActButton>
    </div>
  );
}
