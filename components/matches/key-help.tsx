"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "#components/ui/button.tsx";

const KEYS = [
  ["A", "approve"],
  ["R", "reject"],
  ["S", "later"],
  ["1–6", "reasons"],
  ["W", "write"],
  ["J K", "move"],
  ["Q", "queue"],
  ["?", "help"],
] as const;

/** Which keys do what on the match page. */
export function KeyHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useTranslations("matches.dock.help");
  const ui = useTranslations("ui");
  return (
    <dialog
      ref={dialog}
      aria-labelledby="key-help"
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-6 text-ink shadow-card backdrop:bg-black/40"
    >
      <div className="mb-3 flex items-start justify-between">
        <h2 id="key-help" className="text-xl">
          {t("title")}
        </h2>
        <Button
          tone="quiet"
          aria-label={ui("close")}
          className="-mt-2 min-w-11 px-0"
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden className="size-5" />
        </Button>
      </div>
      <dl className="grid grid-cols-[4rem_1fr] gap-y-2">
        {KEYS.map(([key, name]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-line bg-mist px-2 py-0.5 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
