"use client";

import { Search } from "lucide-react";
import { startTransition, useEffect, useId, useRef, useState } from "react";
import { type FormState, IDLE } from "#lib/action-state.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { cx } from "./cx.ts";

/** Where the palette can lead: a path without the language. `note` stands grey behind the label. */
export type Destination = { href: string; label: string; note?: string };
/** A server action over the field `q` that answers with `data: Destination[]`. */
export type SearchAction = (state: FormState, form: FormData) => Promise<FormState>;

/** Ctrl/⌘ K from anywhere: go to a room by name, or to a record found by `search`. */
export function CommandPalette({
  places,
  search,
  texts,
}: {
  places: Destination[];
  search?: SearchAction;
  texts: { open: string; prompt: string; none: string };
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const router = useRouter();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { found, searching } = useFound(text, search);
  const needle = text.trim().toLowerCase();
  const shown = [...places.filter((place) => place.label.toLowerCase().includes(needle)), ...found];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (!dialog.current?.open) dialog.current?.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const go = (place: Destination | undefined) => {
    if (!place) return;
    dialog.current?.close();
    router.push(place.href);
  };
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        aria-haspopup="dialog"
        aria-label={texts.open}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-md px-2 text-slate hover:bg-sea-50 hover:text-sea-800"
      >
        <Search aria-hidden className="size-5" />
        <span
          aria-hidden
          className="hidden rounded-sm border border-b-2 border-line px-1.5 text-xs leading-5 font-semibold lg:inline before:content-['Ctrl_K']"
        />
      </button>
      <dialog
        ref={dialog}
        aria-label={texts.open}
        onClose={() => {
          setText("");
          setAt(0);
        }}
        className="mx-auto mt-[12vh] w-[min(40rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-2 text-ink shadow-card backdrop:bg-black/40"
      >
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={shown[at] && `${listId}-${at}`}
          aria-label={texts.prompt}
          placeholder={texts.prompt}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") go(shown[at]);
            else if (event.key === "ArrowDown") setAt(Math.min(at + 1, shown.length - 1));
            else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
            else return;
            event.preventDefault();
          }}
          className="min-h-12 w-full rounded-md bg-paper px-3 text-lg placeholder:text-mute"
        />
        <div
          id={listId}
          role="listbox"
          aria-label={texts.open}
          className="max-h-[50vh] overflow-y-auto border-t border-line pt-2"
        >
          {shown.map((place, index) => (
            <div
              key={place.href}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => go(place)}
              onKeyDown={(event) => event.key === "Enter" && go(place)}
              className={cx(
                "flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3",
                index === at ? "bg-sea-100 text-sea-800 forced-colors:outline-2" : "hover:bg-sea-50",
              )}
            >
              <span className="[overflow-wrap:anywhere]">{place.label}</span>
              {place.note && <span className="ml-auto shrink-0 text-sm text-slate">{place.note}</span>}
            </div>
          ))}
        </div>
        {shown.length === 0 && !searching && (
          <p role="status" className="px-3 py-4 text-slate">
            {texts.none}
          </p>
        )}
      </dialog>
    </>
  );
}

/** What the server finds for the words, asked once they rest; an answer that comes late is dropped. */
function useFound(text: string, search: SearchAction | undefined) {
  const words = text.trim();
  const [answer, setAnswer] = useState<{ words: string; found: Destination[] }>({ words: "", found: [] });
  const asked = !!search && words.length >= 2;
  useEffect(() => {
    if (!asked) return;
    let wanted = true;
    const timer = setTimeout(() => {
      const form = new FormData();
      form.set("q", words);
      startTransition(async () => {
        const { data } = await search(IDLE, form).catch(() => IDLE);
        if (wanted) setAnswer({ words, found: Array.isArray(data) ? data : [] });
      });
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [words, asked, search]);
  const answered = asked && answer.words === words;
  return { found: answered ? answer.found : [], searching: asked && !answered };
}
