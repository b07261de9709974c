import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Steps } from "#components/ui/progress.tsx";
import { Card, Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { NeedStatus } from "#lib/needs/schema.ts";
import type { NeedForOwner } from "#lib/needs/views.ts";

const BALL: Record<NeedStatus, "you" | "station" | "nobody"> = {
  DRAFT: "you",
  SUBMITTED: "station",
  RETURNED: "you",
  OPEN: "station",
  PARTIALLY_FILLED: "station",
  PAUSED: "you",
  FILLED: "you",
  CLOSED: "nobody",
  EXPIRED: "nobody",
  WITHDRAWN: "nobody",
};
const STATIONS = ["draft", "checked", "open", "introduced", "filled"] as const;

/** Who has the ball, since when, and what comes next. */
export function NextStep({ need }: { need: NeedForOwner }) {
  const t = useTranslations("needs");
  const terms = useTranslations("terms");
  const ball = need.progress.yourTurn > 0 ? "you" : BALL[need.status];
  const unverified = need.status === "SUBMITTED" && need.enterpriseStatus !== "VERIFIED";
  return (
    <Card bridge aria-labelledby="next">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 id="next" className="text-lg">
          {t("next.title")}
        </h2>
        <Tag tone={ball === "you" ? "bauhinia" : ball === "station" ? "sea" : "plain"}>
          {t(`next.${ball}`)}
        </Tag>
        <span className="text-sm text-mute">
          {t.rich("next.since", { date: () => <DateText value={since(need)} /> })}
        </span>
      </div>
      <p className="max-w-prose text-slate">
        {t(unverified ? "next.SUBMITTED_unverified" : `next.${need.status}`, {
          office: terms(`offices.${need.office}`),
        })}
      </p>
      {need.reviewNote && need.status !== "DRAFT" && (
        <UserText className="mt-3 border-l-4 border-warn/50 pl-3">
          {t("next.note", { note: need.reviewNote })}
        </UserText>
      )}
      {need.closeReason && (
        <UserText className="mt-3 text-slate">{t("next.reason", { reason: need.closeReason })}</UserText>
      )}
      {!["EXPIRED", "WITHDRAWN"].includes(need.status) && (
        <div className="mt-5 max-w-xl">
          <Steps
            label={t("steps.label")}
            items={stepsOf(need).map((step) => ({ ...step, label: t(`steps.${step.key}`) }))}
          />
        </div>
      )}
    </Card>
  );
}

const since = (need: NeedForOwner) =>
  need.closedAt ?? (need.status === "SUBMITTED" ? need.officeSince : (need.openedAt ?? need.updatedAt));

function stepsOf(need: NeedForOwner) {
  const at = {
    DRAFT: 0,
    RETURNED: 0,
    SUBMITTED: 1,
    OPEN: need.progress.introduced > 0 ? 3 : 2,
    PARTIALLY_FILLED: 3,
    PAUSED: need.progress.introduced > 0 ? 3 : 2,
    FILLED: 5,
    CLOSED: 5,
    EXPIRED: 5,
    WITHDRAWN: 5,
  }[need.status];
  return STATIONS.map((key, index) => ({
    key,
    state: index < at ? ("done" as const) : index === at ? ("now" as const) : ("next" as const),
  }));
}
