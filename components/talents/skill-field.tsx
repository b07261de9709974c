"use client";

import { X } from "lucide-react";
import { useLocale } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useField } from "#components/ui/form-context.tsx";

type Texts = { label: string; help: string; remove: string; suggestions: string };

/** Asks for concepts of the dictionary that begin like what is typed; an older answer never replaces a newer one. */
function useSuggestions(typed: string, locale: string): string[] {
  const [found, setFound] = useState<string[]>([]);
  useEffect(() => {
    if (typed.trim().length < 2) return setFound([]);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/talent/skills?locale=${locale}&q=${encodeURIComponent(typed.trim())}`, {
        signal: stop.signal,
      })
        .then((response) => (response.ok ? response.json() : []))
        .then(setFound)
        .catch(() => {});
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, locale]);
  return found;
}

/**
 * Words as tags, sent as `name[]`. Enter, a comma or a suggestion adds one; what still stands in the box when the form is sent is
 * sent too, so that nothing typed is lost.
 */
export function SkillField({ name, texts }: { name: string; texts: Texts }) {
  const { id, value, error } = useField(name);
  const [tags, setTags] = useState<string[]>(() =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === "string" && one !== "") : [],
  );
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(typed, useLocale()).filter((one) => !tags.includes(one));

  const add = (text: string) => {
    const fresh = text
      .split(/[,，、;；\n]/)
      .map((one) => one.trim())
      .filter(Boolean);
    setTags((before) => [...new Set([...before, ...fresh])].slice(0, 40));
    setTyped("");
    input.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // a Chinese input method takes its own Enter
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && typed.trim()) {
      event.preventDefault();
      add(typed);
    }
    if (event.key === "Backspace" && typed === "") setTags(tags.slice(0, -1));
  };

  return (
    <div className="mb-5">
      <label htmlFor={id} className="block font-semibold">
        {texts.label}
      </label>
      <p id={`${id}-help`} className="text-sm text-slate">
        {texts.help}
      </p>
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
      {tags.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li key={tag} className="inline-flex items-center rounded-full bg-sea-100 pl-3.5 text-sea-800">
              <span className="[overflow-wrap:anywhere]">{tag}</span>
              <input type="hidden" name={`${name}[]`} value={tag} />
              <button
                type="button"
                aria-label={texts.remove.replace("#", tag)}
                onClick={() => setTags(tags.filter((one) => one !== tag))}
                className="inline-flex size-11 shrink-0 items-center justify-center rounded-full"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        name={`${name}[]`}
        value={typed}
        onChange={(event) =>
          /[,，、]$/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
        }
        onKeyDown={onKey}
        maxLength={80}
        autoComplete="off"
        aria-describedby={`${id}-help${error ? ` ${id}-error` : ""}`}
        aria-invalid={error ? true : undefined}
        className="mt-2 min-h-11 w-full rounded-md border border-field bg-paper px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-bad"
      />
      <div role="status" aria-label={texts.suggestions}>
        {suggestions.length > 0 && (
          <ul className="mt-2 flex flex-wrap gap-2">
            {suggestions.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  onClick={() => add(one)}
                  className="min-h-11 rounded-full border border-dashed border-field px-3.5 text-sea-800 hover:bg-sea-50"
                >
                  + {one}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
