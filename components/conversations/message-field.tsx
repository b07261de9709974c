"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { LengthNote } from "#components/ui/fields.tsx";
import { useField } from "#components/ui/form-context.tsx";
import { LONGEST } from "#lib/conversations/limits.ts";
import type { Person } from "#lib/conversations/schema.ts";
import { keepDraft, takeDraft } from "./draft.ts";

type Props = {
  people: Person[];
  draft: { key: string; account: string };
  field: RefObject<HTMLTextAreaElement | null>;
};

/** The text of a message. Keeps its draft, offers the people after an @, and sends by Ctrl/⌘ Enter. */
export function MessageField({ people, draft, field }: Props) {
  const t = useTranslations("conversations.write");
  const { id, value, error } = useField("body");
  const listId = useId();
  const [length, setLength] = useState(0);
  const menu = useMentions(people, field, draft.key);

  useEffect(() => {
    const box = field.current;
    if (!box) return;
    if (box.value === "") box.value = takeDraft(draft.key, draft.account);
    else keepDraft(draft.key, box.value);
  }, [draft.key, draft.account, field]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    } else if (menu.onKey(event.key)) event.preventDefault();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="block font-semibold">
        {t("label")}
      </label>
      <p id={`${id}-help`} className="text-sm text-slate">
        {t("help")}
      </p>
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        name="body"
        rows={4}
        defaultValue={typeof value === "string" ? value : ""}
        onInput={(event) => {
          setLength(event.currentTarget.value.length);
          keepDraft(draft.key, event.currentTarget.value);
          menu.look();
        }}
        onKeyDown={onKeyDown}
        onClick={menu.look}
        onBlur={menu.close}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help${error ? ` ${id}-error` : ""}`}
        aria-autocomplete="list"
        aria-controls={menu.open ? listId : undefined}
        aria-activedescendant={menu.open && menu.found.length > 0 ? `${listId}-${menu.at}` : undefined}
        className="mt-1.5 min-h-11 w-full rounded-md border border-field bg-paper px-3 py-2 leading-relaxed text-ink aria-invalid:border-2 aria-invalid:border-bad"
      />
      <LengthNote length={length} maximum={LONGEST} />
      {menu.open && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("people")}
          className="absolute inset-x-0 bottom-full z-10 mb-1 max-h-60 overflow-y-auto rounded-md border border-line bg-paper p-1 shadow-card"
        >
          {menu.found.map((person, index) => (
            <PersonOption
              key={person.id}
              id={`${listId}-${index}`}
              person={person}
              selected={index === menu.at}
              choose={() => menu.choose(person)}
            />
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {menu.open ? t("peopleFound", { count: menu.found.length }) : ""}
      </p>
    </div>
  );
}

function PersonOption({
  id,
  person,
  selected,
  choose,
}: {
  id: string;
  person: Person;
  selected: boolean;
  choose: () => void;
}) {
  const t = useTranslations("conversations.side");
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      // before the field loses its focus
      onMouseDown={(event) => {
        event.preventDefault();
        choose();
      }}
      className={cx(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3",
        selected ? "bg-sea-100 text-sea-800 forced-colors:outline-2" : "hover:bg-sea-50",
      )}
    >
      <span className="[overflow-wrap:anywhere]">{person.name}</span>
      <span className="ml-auto shrink-0 text-sm text-slate">{t(person.side)}</span>
    </div>
  );
}

/** The people whose names begin with what stands between the last @ and the caret. */
function useMentions(people: Person[], field: RefObject<HTMLTextAreaElement | null>, draft: string) {
  const [asked, setAsked] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found =
    asked === null
      ? []
      : people.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase())).slice(0, 8);
  const close = () => setAsked(null);
  const look = () => {
    const box = field.current;
    const before = box?.value.slice(0, box.selectionStart) ?? "";
    // Chinese puts no space before it; only within an address of letters it is none of ours
    setAsked(/(?<![A-Za-z0-9._%+-])@([^\s@]{0,30})$/u.exec(before)?.[1] ?? null);
    setAt(0);
  };
  const choose = (person: Person | undefined) => {
    const box = field.current;
    if (!box || !person || asked === null) return;
    const from = box.selectionStart - asked.length;
    box.setRangeText(`${person.name} `, from, box.selectionStart, "end");
    keepDraft(draft, box.value);
    close();
  };
  const open = asked !== null && found.length > 0;
  /** Whether the menu took the key. */
  const onKey = (key: string): boolean => {
    if (!open) return false;
    if (key === "ArrowDown") setAt((at + 1) % found.length);
    else if (key === "ArrowUp") setAt((at + found.length - 1) % found.length);
    else if (key === "Enter" || key === "Tab") choose(found[at]);
    else if (key === "Escape") close();
    else return false;
    return true;
  };
  return { open, found, at, look, choose, close, onKey };
}
