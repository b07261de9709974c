import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OwnCase } from "#lib/introductions/own-queries.ts";
import { caseHref } from "./case-paths.ts";
import { CaseStatus } from "./case-status.tsx";
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

/** Stages that ask the enterprise to act, in words that are wrong while another has the turn. */
const ASKING: readonly OwnCase["status"][] = ["SENT", "ACKNOWLEDGED", "MEETING"];

/** What comes next in the owner's words; else what the stage says to this side. */
export function NextStepText({ of }: { of: Pick<OwnCase, "nextStep" | "ball" | "side" | "status"> }) {
  const t = useTranslations("cases");
  const turns = useTranslations("introductions.turn");
  if (of.nextStep) return <UserText as="span">{of.nextStep}</UserText>;
  if (of.side === "ENTERPRISE" && of.ball !== "ENTERPRISE" && ASKING.includes(of.status))
    return turns(of.ball);
  return t(`after.${of.side}.${of.status}`);
}

/** State, next step, whose turn and by when, in a few lines. */
export function CaseLine({ of }: { of: OwnCase }) {
  const t = useTranslations("cases");
  const mine = of.running && of.ball === of.side;
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
          <span className={cx(mine && "font-semibold text-bau-700")}>
            {mine ? t("ball.you") : t(`ball.${of.ball}`)}
          </span>
          <span>
            {t("due.label")} <DueText dueOn={of.dueOn} overdueDays={of.overdueDays} />
          </span>
        </p>
      )}
    </div>
  );
}
