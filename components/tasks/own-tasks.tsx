import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Card, EmptyState, Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { chooseItemAction } from "#lib/tasks/actions.ts";
import type { CaseTasks, OtherTask, TaskView } from "#lib/tasks/schema.ts";
import { Disclosure } from "./disclosure.tsx";
import { TaskAnswerForm } from "./task-answer.tsx";
import { TaskCard } from "./task-card.tsx";
import { TaskGiven } from "./task-given.tsx";
import { TaskDue, TaskStatusTag } from "./task-status.tsx";

const waits = ({ status }: Pick<TaskView, "status">) => status === "OPEN" || status === "RETURNED";

type Props = { introductionId: string; tasks: CaseTasks };

/** The tasks of a case as a talent or an enterprise reads them: their own to do first, then what others have. */
export function OwnTasks({ introductionId, tasks }: Props) {
  const t = useTranslations("tasks");
  const { mine, others, can } = tasks;
  if (!can.act) return <PastTasks tasks={tasks} />;
  const open = mine.filter(waits);
  const looked = mine.filter(({ status }) => status === "SUBMITTED");
  // what the case went on without is no news for them
  const done = mine.filter(({ status, passed }) => (status === "ACCEPTED" || status === "WAIVED") && !passed);
  const counted = mine.filter(({ status }) => status !== "WAIVED");
  if (mine.length === 0 && others.length === 0 && tasks.offers.length === 0)
    return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-5">
        <Card aria-labelledby="mine">
          <h2 id="mine" className="mb-4 text-lg">
            {t("sections.mine")}
          </h2>
          {counted.length > 0 && (
            <Progress
              className="mb-5"
              label={t("title")}
              text={t("progress", {
                done: counted.length - open.length - looked.length,
                all: counted.length,
              })}
              value={counted.length - open.length - looked.length}
              max={counted.length}
            />
          )}
          {open.length === 0 ? (
            <p className="text-slate">{t("empty.mine")}</p>
          ) : (
            <ul>
              {open.map((task, index) => (
                <TaskCard key={task.id} task={task} own>
                  <Disclosure summary={t("answer.open")} open={index === 0}>
                    <TaskAnswerForm introductionId={introductionId} task={task} />
                  </Disclosure>
                </TaskCard>
              ))}
            </ul>
          )}
        </Card>
        {looked.length > 0 && (
          <Card aria-labelledby="looked">
            <h2 id="looked" className="mb-4 text-lg">
              {t("sections.looked")}
            </h2>
            <ul>
              {looked.map((task) => (
                <TaskCard key={task.id} task={task} own>
                  <Disclosure summary={t("answer.sendAgain")}>
                    <TaskAnswerForm introductionId={introductionId} task={task} />
                  </Disclosure>
                </TaskCard>
              ))}
            </ul>
          </Card>
        )}
        {done.length > 0 && (
          <Card aria-labelledby="done">
            <h2 id="done" className="mb-4 text-lg">
              {t("sections.done")}
            </h2>
            <ul>
              {done.map((task) => (
                <TaskCard key={task.id} task={task} own />
              ))}
            </ul>
          </Card>
        )}
      </div>
      <div className="grid min-w-0 gap-5">
        {tasks.offers.length > 0 && (
          <OptionalItems introductionId={introductionId} offers={tasks.offers} staff={false} />
        )}
        <Others others={others} hidden={tasks.hidden} />
      </div>
    </div>
  );
}

/** The tasks of a case that has ended: what was sent and done stays to be read, and nothing waits any more. */
function PastTasks({ tasks: { mine, others } }: Pick<Props, "tasks">) {
  const t = useTranslations("tasks");
  const sent = mine.filter(({ submittedAt, status }) => submittedAt !== null || status === "ACCEPTED");
  return (
    <div className="grid gap-5">
      <Notice tone="sea">{t("over")}</Notice>
      {sent.length > 0 && (
        <Card aria-labelledby="sent">
          <h2 id="sent" className="mb-4 text-lg">
            {t("sections.sent")}
          </h2>
          <ul>
            {sent.map((task) => (
              <TaskCard key={task.id} task={task} own past />
            ))}
          </ul>
        </Card>
      )}
      <Others others={others.filter(({ status }) => status === "ACCEPTED")} hidden={0} />
    </div>
  );
}

/** What the others have to do, as far as the reader may know. */
function Others({ others, hidden }: Pick<CaseTasks, "others" | "hidden">) {
  const t = useTranslations("tasks");
  const open = others.filter(({ status }) => status !== "WAIVED");
  if (open.length === 0 && hidden === 0) return null;
  return (
    <Card aria-labelledby="others">
      <h2 id="others" className="mb-3 text-lg">
        {t("sections.others")}
      </h2>
      {(["TALENT", "ENTERPRISE", "STAFF"] as const).map((side) => (
        <OthersOf key={side} side={side} tasks={open.filter((task) => task.side === side)} />
      ))}
      {hidden > 0 && <p className="mt-2 text-sm text-slate">{t("hidden", { count: hidden })}</p>}
    </Card>
  );
}

function OthersOf({ side, tasks }: { side: OtherTask["side"]; tasks: OtherTask[] }) {
  const t = useTranslations("tasks");
  if (tasks.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 text-sm font-semibold text-mute first:mt-0">{t(`sides.${side}`)}</h3>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.id} className="py-2.5">
            <p lang={langTag(task.title.lang)} className="[overflow-wrap:anywhere]">
              {task.title.text}
            </p>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1">
              <TaskStatusTag status={task.status} />
              {waits(task) && <TaskDue {...task} />}
            </p>
            {task.given && <TaskGiven task={task.given} own={false} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Matters of the family, on the list only by the person's own wish. */
export function OptionalItems({
  introductionId,
  offers,
  staff,
}: { introductionId: string; staff: boolean } & Pick<CaseTasks, "offers">) {
  const t = useTranslations("tasks.optional");
  return (
    <Card aria-labelledby="optional">
      <h2 id="optional" className="text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 text-slate">{t("text")}</p>
      <ul className="mt-3 divide-y divide-line">
        {offers.map((offer) => (
          <li key={offer.item} className="py-3">
            <p className="font-semibold">{offer.title.text}</p>
            <UserText className="text-sm text-slate">{offer.text.text}</UserText>
            <ActionForm id={`choose-${offer.item}`} action={chooseItemAction}>
              <input type="hidden" name="introductionId" value={introductionId} />
              <input type="hidden" name="item" value={offer.item} />
              <SubmitButton tone="quiet" className="-ml-3">
                {t(staff ? "addStaff" : "add")}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
