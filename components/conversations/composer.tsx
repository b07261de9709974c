"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { useField } from "#components/ui/form-context.tsx";
import { sendMessageAction } from "#lib/conversations/actions.ts";
import { MOST_FILES } from "#lib/conversations/limits.ts";
import type { Person, ThreadRef } from "#lib/conversations/schema.ts";
import { draftKey, dropSent, holdSent, keepDraft, restoreSent } from "./draft.ts";
import { MessageField } from "./message-field.tsx";

/** A text to begin with, already in the language of whoever reads it. */
export type ReadyText = { id: string; title: string; text: string };

type Props = {
  thread: ThreadRef;
  account: string;
  people: Person[];
  templates: ReadyText[];
  accept: string;
};

/** Where a message is written. What is typed is kept until it was sent, whatever happens in between. */
export function Composer({ thread, account, people, templates, accept }: Props) {
  const t = useTranslations("conversations.write");
  const field = useRef<HTMLTextAreaElement>(null);
  const { introductionId, party } = thread;
  const key = draftKey(account, `${introductionId}:${party}`);
  // before the field takes its draft
  useLayoutEffect(() => restoreSent(key), [key]);
  const insert = (text: string) => {
    const box = field.current;
    if (!box) return;
    box.focus();
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    keepDraft(key, box.value);
  };
  return (
    <div onSubmit={() => holdSent(key)}>
      <ActionForm
        id={`message-${party.toLowerCase()}`}
        action={sendMessageAction}
        onDone={() => {
          dropSent(key);
          requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
        }}
      >
        <input type="hidden" name="introductionId" value={introductionId} />
        <input type="hidden" name="party" value={party} />
        <MessageField people={people} draft={{ key, account }} field={field} />
        <div className="mt-3 flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 gap-3">
            <FilesField accept={accept} />
            {templates.length > 0 && <Templates templates={templates} insert={insert} />}
          </div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

function FilesField({ accept }: { accept: string }) {
  const t = useTranslations("conversations.write");
  const { id, error } = useField("files");
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-sm font-semibold">
        {t("files")}
      </label>
      <p id={`${id}-help`} className="text-sm text-slate">
        {t("filesHelp", { count: MOST_FILES })}
      </p>
      {error && (
        <p id={`${id}-error`} className="font-medium text-bad">
          {error}
        </p>
      )}
      <input
        id={id}
        name="files"
        type="file"
        multiple
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help${error ? ` ${id}-error` : ""}`}
        className="mt-1 block w-full text-sm file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border-0 file:bg-sea-100 file:px-4 file:font-semibold file:text-sea-800"
      />
    </div>
  );
}

function Templates({ templates, insert }: { templates: ReadyText[]; insert: (text: string) => void }) {
  const t = useTranslations("conversations.write");
  const [chosen, setChosen] = useState(templates[0]?.id ?? "");
  return (
    <div className="flex flex-wrap items-end gap-2">
      <label className="min-w-0 text-sm font-semibold">
        {t("template")}
        <span className="block font-normal text-slate">{t("templateHelp")}</span>
        <select
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          className="mt-1 block min-h-11 max-w-full rounded-md border border-field bg-paper px-2 font-normal"
        >
          {templates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Button tone="plain" onClick={() => insert(templates.find(({ id }) => id === chosen)?.text ?? "")}>
        {t("insert")}
      </Button>
    </div>
  );
}
