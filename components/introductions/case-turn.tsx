import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";

type Of = Pick<CaseFrame, "nextStep" | "ball" | "turn" | "side" | "status" | "dueOn">;

/** Stages that ask the enterprise to act, in words that are wrong while another has the turn. */
const ASKING: readonly Of["status"][] = ["SENT", "ACKNOWLEDGED", "MEETING"];

/** What comes next: what a landing waits for, the owner's words, else what the stage says to this side. */
export function NextStepText({ of }: { of: Of }) {
  const t = useTranslations("cases");
  const turns = useTranslations("introductions.turn");
  const offices = useTranslations("terms.offices");
  const words = of.nextStep && <UserText as="span">{of.nextStep}</UserText>;
  if (of.turn)
    return (
      <>
        <span className="block">{t(`landing.${of.turn.what}`, { office: offices(of.turn.office) })}</span>
        {words}
      </>
    );
  if (words) return words;
  if (of.side === "ENTERPRISE" && of.ball && of.ball !== "ENTERPRISE" && ASKING.includes(of.status))
    return turns(of.ball);
  if (of.side === "STAFF" && of.status === "LANDED" && !of.ball && of.dueOn)
    return t.rich("portalAsks", { date: () => <DateText value={of.dueOn!} year={false} /> });
  return t(`after.${of.side}.${of.status}`);
}

/** Whose turn it is in a running case. */
export function TurnText({ of: { turn, ball, side } }: { of: Of }) {
  const t = useTranslations("cases.ball");
  const offices = useTranslations("terms.offices");
  const mine = turn ? turn.mine : ball === side;
  return (
    <span className={cx(mine && "font-semibold text-bau-700")}>
      {mine ? t("you") : turn ? offices(turn.office) : t(ball ?? "none")}
    </span>
  );
}
