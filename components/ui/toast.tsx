"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button.tsx";

/**
 * Says at the foot of the page what has just happened. `action` may take it back; with `seconds` it leaves by itself and
 * calls `onClose`. Always rendered, so that screen readers hear a text that comes later: pass null for nothing.
 */
export function Toast({
  children,
  action,
  seconds,
  onClose,
}: {
  children: ReactNode | null;
  action?: ReactNode;
  seconds?: number;
  onClose: () => void;
}) {
  const t = useTranslations("ui");
  const close = useRef(onClose);
  close.current = onClose;
  const open = children !== null && children !== undefined;
  // another text begins its own time
  useEffect(() => {
    if (!open || !seconds) return;
    const timer = setTimeout(() => close.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [open, seconds, children]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 md:bottom-6"
    >
      {open && (
        <div className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg border border-line bg-paper py-1.5 pr-1.5 pl-4 shadow-card">
          <div>{children}</div>
          {action}
          <Button tone="quiet" aria-label={t("close")} className="min-w-11 px-0" onClick={onClose}>
            <X aria-hidden className="size-5" />
          </Button>
        </div>
      )}
    </div>
  );
}
