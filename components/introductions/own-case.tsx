import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OwnCase } from "#lib/introductions/own-queries.ts";
import { caseHref } from "./case-paths.ts";
import { CaseStatus } from "./case-status.tsx";
import { NextStepText, TurnText } from "./case-turn.tsx";
import { DueText } from "./due-text.tsx";

/** A case in its talent's list: where it stands, what comes next, whose turn it is and by when. */
export function OwnCaseCard({ of }: { of: OwnCase }) {
  const t = useTranslations("cases");
  return (
    <Card as="li" bridge={of.running}>
      <p className="text-sm font-semibold text-sea-700">{of.enterprise.name}</p>
      <h3 className="mt-0.5 text-lg [overflow-wrap:anywhere]">
        <Link href={caseHref(of)} lang={langTag(of.need.lang)} className="underline-offset-4">
          {of.need.title}
        </Link>
      </h3>
      <CaseLine of={of} />
      {!of.running && (
        <p className="mt-2 text-sm text-mute">
          <DateText value={of.statusSince} />
        </p>
      )}
      <p className="mt-2 text-sm text-mute">{t("case", { code: of.code })}</p>
    </Card>
  );
}

/** State, next step, whose turn and by when, in a few lines. */
export function CaseLine({ of }: { of: OwnCase }) {
  const t = useTranslations("cases");
  return (
    <div className="mt-3 grid gap-1.5">
      <p>
        <CaseStatus status={of.status} side={of.side} />
      </p>
      <p>
        <NextStepText of={of} />
      </p>
      {of.running && (
        <p className="flex flex-wrap gap-x-4 text-sm text-slate">
          <TurnText of={of} />
          <span>
            {t("due.label")} <DueText dueOn={of.dueOn} overdueDays={of.overdueDays} />
          </span>
        </p>
      )}
    </div>
  );
}
