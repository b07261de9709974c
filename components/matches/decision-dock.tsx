"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { useField } from "#components/ui/form-context.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";
import { decideMatchAction } from "#lib/matches/actions.ts";
import { APPROVE_REASONS, REJECT_REASONS } from "#lib/matches/schema.ts";
import { Kbd } from "./kbd.tsx";
import { KeyHelp } from "./key-help.tsx";
import { useKeys } from "./keys.ts";

type Props = {
  matchId: string;
  version: number;
  filters: string;
  nextHref: string;
  previousHref: string | null;
  queueHref: string;
};

const REASONS = [...APPROVE_REASONS, ...REJECT_REASONS];

/** Approve, reject or leave for later, with a reason: by mouse, by keys, or as a plain form without JavaScript. */
export function DecisionDock(props: Props) {
  const t = useTranslations("matches.dock");
  return (
    <section
      aria-label={t("label")}
      className="z-20 mt-6 rounded-lg border border-line bg-paper p-4 shadow-card lg:sticky lg:bottom-3 lg:py-3"
    >
      <ActionForm id={`decide-${props.matchId}`} action={decideMatchAction}>
        <input type="hidden" name="matchId" value={props.matchId} />
        <input type="hidden" name="version" value={props.version} />
        <input type="hidden" name="filters" value={props.filters} />
        <DockFields {...props} />
      </ActionForm>
    </section>
  );
}

function DockFields({ nextHref, previousHref, queueHref }: Props) {
  const t = useTranslations("matches.dock");
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const code = useField("reasonCode");
  const reason = useField("reason");
  const [hint, setHint] = useState("");

  const find = <E extends HTMLElement>(selector: string) => box.current?.querySelector<E>(selector) ?? null;
  const choose = (index: number) => find<HTMLInputElement>(`input[value="${REASONS[index]}"]`)?.click();
  const decide = (decision: "approve" | "reject") => {
    const fitting: readonly string[] = decision === "approve" ? APPROVE_REASONS : REJECT_REASONS;
    const chosen = find<HTMLInputElement>("input[name=reasonCode]:checked");
    const written = find<HTMLInputElement>("input[name=reason]");
    // a reason of the other decision would be refused by the server as well
    if (chosen ? !fitting.includes(chosen.value) : !written?.value.trim()) {
      setHint(t(decision === "approve" ? "pickApprove" : "pickReject"));
      find<HTMLInputElement>(`input[value="${fitting[0]}"]`)?.focus();
      return;
    }
    const button = find<HTMLButtonElement>(`button[value=${decision}]`);
    button?.form?.requestSubmit(button);
  };

  useKeys({
    a: () => decide("approve"),
    r: () => decide("reject"),
    s: () => router.push(nextHref),
    j: () => router.push(nextHref),
    k: () => previousHref && router.push(previousHref),
    w: () => find<HTMLInputElement>("input[name=reason]")?.focus(),
    q: () => router.push(queueHref),
    "?": () => help.current?.showModal(),
    ...Object.fromEntries(REASONS.map((_, index) => [String(index + 1), () => choose(index)])),
  });

  const chips = (title: string, values: readonly string[], first: number) => (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm text-slate">{title}</legend>
      <div className="flex flex-wrap gap-1.5">
        {values.map((value, index) => (
          <Chip key={value} value={value} number={first + index} checked={code.value === value} />
        ))}
      </div>
    </fieldset>
  );

  return (
    <div ref={box} className="grid gap-3">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        {chips(t("toApprove"), APPROVE_REASONS, 1)}
        {chips(t("toReject"), REJECT_REASONS, 4)}
      </div>
      <p role="status" className={hint ? "text-sm font-medium text-warn" : "sr-only"}>
        {hint}
      </p>
      <div className="flex flex-wrap items-center gap-2 lg:flex-nowrap">
        <SubmitButton
          tone="danger"
          name="decision"
          value="reject"
          className="order-2 grow lg:order-none lg:grow-0"
        >
          {t("reject")} <Kbd>R</Kbd>
        </SubmitButton>
        <ButtonLink href={nextHref} tone="plain" prefetch className="order-2 grow lg:order-none lg:grow-0">
          {t("later")} <Kbd>S</Kbd>
        </ButtonLink>
        <label htmlFor={reason.id} className="sr-only">
          {t("write")}
        </label>
        <input
          id={reason.id}
          name="reason"
          defaultValue={typeof reason.value === "string" ? reason.value : ""}
          maxLength={1000}
          placeholder={t("write")}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
            // Enter in a text field would press the first button, which rejects
            if (event.key === "Enter") event.preventDefault();
          }}
          className="min-h-11 w-full min-w-0 rounded-md border border-field bg-paper px-3 placeholder:text-mute lg:w-auto lg:grow"
        />
        <p className="order-3 w-full text-sm leading-snug text-slate lg:order-none lg:w-44 lg:shrink-0">
          {t("undoNote")}
        </p>
        <SubmitButton name="decision" value="approve" className="order-1 w-full lg:order-none lg:w-auto">
          {t("approve")} <Kbd>A</Kbd>
        </SubmitButton>
        <span className="hidden lg:block">
          <Button
            tone="quiet"
            aria-label={t("keys")}
            className="min-w-11 px-0"
            onClick={() => help.current?.showModal()}
          >
            <CircleHelp aria-hidden className="size-5" />
          </Button>
        </span>
      </div>
      <KeyHelp dialog={help} />
    </div>
  );
}

function Chip({ value, number, checked }: { value: string; number: number; checked: boolean }) {
  const t = useTranslations("matches.reasonCodes");
  return (
    <label className="relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line px-3.5 text-[15px] leading-snug has-checked:border-sea-500 has-checked:bg-sea-100 has-checked:font-semibold has-checked:text-sea-800 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea-500 lg:min-h-9">
      <input
        type="radio"
        name="reasonCode"
        value={value}
        defaultChecked={checked}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
      />
      <Kbd>{String(number)}</Kbd>
      {t(value as never)}
    </label>
  );
}
