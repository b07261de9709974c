import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { resendVerificationAction } from "#lib/accounts/actions.ts";
import type { OwnEnterprise } from "#lib/enterprises/schema.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { CurrentNeeds, NeedSummary } from "#lib/needs/views.ts";

export function ConfirmEmail({ email }: { email: string }) {
  const t = useTranslations("enterprises.home");
  return (
    <Notice tone="warn" title={t("confirmEmail")}>
      <p className="mb-3">{t("confirmEmailText", { email })}</p>
      <ActionForm id="resend" action={resendVerificationAction}>
        <SubmitButton tone="plain">{t("resend")}</SubmitButton>
      </ActionForm>
    </Notice>
  );
}

type Props = {
  enterprise: OwnEnterprise;
  needs: CurrentNeeds;
  yourTurn: number;
  /** running cases in which something waits for the enterprise */
  cases: number;
  side: "you" | "station";
};

/** The two sides of the bridge: what waits for the enterprise, and what waits for the workstation, since when. */
export function WaitingList({ enterprise, needs, yourTurn, cases, side }: Props) {
  const t = useTranslations("enterprises.home");
  const untitled = useTranslations("needs.list")("untitled");
  const row = (need: NeedSummary, kind: "returned" | "drafts" | "checking", since: Date) => (
    <Row
      key={need.id}
      href={`/enterprise/needs/${need.id}${kind === "checking" ? "" : "/edit"}`}
      title={need.title || untitled}
      text={t(kind)}
      since={since}
    />
  );
  const rows =
    side === "you"
      ? [
          yourTurn > 0 && (
            <Row
              key="answer"
              href="/enterprise/introductions"
              title={t("answer", { count: yourTurn })}
              strong
            />
          ),
          cases > 0 && <Row key="cases" href="#journeys" title={t("cases", { count: cases })} strong />,
          enterprise.status === "CHANGES_REQUESTED" && (
            <Row key="correct" href="/enterprise/profile" title={t("correct")} strong />
          ),
          ...needs.returned.map((need) => row(need, "returned", need.updatedAt)),
          ...needs.drafts.map((need) => row(need, "drafts", need.updatedAt)),
        ]
      : [
          enterprise.status === "SUBMITTED" && (
            <Row
              key="verify"
              href="/enterprise/profile"
              title={t("verifying")}
              since={enterprise.submittedAt}
            />
          ),
          ...needs.submitted.map((need) => row(need, "checking", need.submittedAt ?? need.updatedAt)),
        ];
  const shown = rows.filter(Boolean) as ReactNode[];
  const id = `waiting-${side}`;
  return (
    <Card
      aria-labelledby={id}
      className={side === "you" ? "border-t-4 border-t-bau-700" : "border-t-4 border-t-sea-700"}
    >
      <h2 id={id} className="text-lg">
        {t(side === "you" ? "yourTurn" : "station")}
      </h2>
      {shown.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">{shown}</ul>
      ) : (
        <p className="mt-2 text-slate">{t(side === "you" ? "nothing" : "nothingStation")}</p>
      )}
    </Card>
  );
}

function Row({
  href,
  title,
  text,
  since,
  strong = false,
}: {
  href: string;
  title: string;
  text?: string;
  since?: Date;
  strong?: boolean;
}) {
  const t = useTranslations("enterprises.home");
  return (
    <li>
      <Link
        href={href}
        className="group flex min-h-12 items-center justify-between gap-3 py-2.5 no-underline"
      >
        <span className="min-w-0">
          <span
            className={`block [overflow-wrap:anywhere] group-hover:underline ${strong ? "font-semibold text-bau-800" : "font-medium"}`}
          >
            {title}
          </span>
          {(text || since) && (
            <span className="block text-sm text-slate">
              {text}
              {text && since && " · "}
              {since && t.rich("since", { date: () => <DateText value={since} /> })}
            </span>
          )}
        </span>
        <ArrowRight aria-hidden className="size-4 shrink-0 text-mute" />
      </Link>
    </li>
  );
}
