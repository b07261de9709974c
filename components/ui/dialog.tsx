"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Button, type Tone } from "./button.tsx";

/** A button and the native dialog it opens. The page waits behind it; Escape and the cross close it. */
export function Dialog({
  trigger,
  tone = "plain",
  title,
  children,
}: {
  trigger: ReactNode;
  tone?: Tone;
  title: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button tone={tone} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-5 text-ink shadow-card backdrop:bg-black/40 sm:p-6"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-xl">
            {title}
          </h2>
          <form method="dialog">
            <Button
              type="submit"
              tone="quiet"
              aria-label={t("close")}
              className="-mt-1.5 -mr-2 min-w-11 px-0"
            >
              <X aria-hidden className="size-5" />
            </Button>
          </form>
        </div>
        {children}
      </dialog>
    </>
  );
}

/** Closes the dialog that it stands in, beside the button that goes through with it. */
export function DialogCancel() {
  const t = useTranslations("ui");
  return (
    <form method="dialog">
      <Button type="submit" tone="plain">
        {t("cancel")}
      </Button>
    </form>
  );
}
