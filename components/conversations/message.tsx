"use client";

import { Languages, Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { Tag } from "#components/ui/surface.tsx";
import type { MessageView, Reader } from "#lib/conversations/schema.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { MessageText } from "./message-text.tsx";

// bauhinia is Hong Kong, sea is Yantai; the talent and the enterprise stand at their ends of the bridge
const EDGES = {
  TALENT: "border-l-bau-500",
  ENTERPRISE: "border-l-sea-500",
  STAFF: "border-l-mute",
} as const;

const size = (bytes: number) =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** One message: who, when, what, its files, and who has read up to it. */
export function Message({
  message,
  readers,
  names,
}: {
  message: MessageView;
  readers: Reader[];
  names: string[];
}) {
  const t = useTranslations("conversations");
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Hong_Kong",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(message.at));
  return (
    <li id={`message-${message.seq}`} className={cx("flex flex-col", message.mine && "items-end")}>
      <article
        aria-label={`${message.mine ? t("you") : (message.author ?? t("unknown"))}, ${time}`}
        className={cx(
          "max-w-[min(42rem,92%)] rounded-lg border border-line px-4 py-2.5",
          message.mine ? "bg-sea-100" : cx("border-l-4 bg-paper", EDGES[message.side]),
        )}
      >
        <p className="mb-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-slate">
          <span className="font-semibold text-ink">
            {message.mine ? t("you") : (message.author ?? t("unknown"))}
          </span>
          {!message.mine && <span>{t(`side.${message.side}`)}</span>}
          <time dateTime={message.at} className="tabular-nums">
            {time}
          </time>
          {message.channel === "MAIL_LINK" && <span>· {t("byMail")}</span>}
          {message.forMe && <Tag tone="bauhinia">{t("forYou")}</Tag>}
        </p>
        {message.body && <Body message={message} names={names} />}
        {message.files.length > 0 && (
          <ul className="mt-1.5 grid gap-1">
            {message.files.map((file) => (
              <li key={file.id}>
                {/* a plain link: a file is not a page */}
                <a
                  href={`/api/case-files/${file.id}`}
                  download
                  className="inline-flex min-h-11 items-center gap-2 text-sea-700 underline underline-offset-4 [overflow-wrap:anywhere]"
                >
                  <Paperclip aria-hidden className="size-4 shrink-0" />
                  {t("file", { name: file.filename, size: size(file.size) })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </article>
      {readers.length > 0 && (
        <p className="mt-0.5 text-xs text-mute">
          {t("readBy", { names: readers.map(({ name }) => name).join(", ") })}
        </p>
      )}
    </li>
  );
}

/** The text as it was written, or in the reader's own Chinese script on demand, marked as automatic. */
function Body({ message, names }: { message: MessageView; names: string[] }) {
  const t = useTranslations("conversations");
  const reader = useLocale() as AppLocale;
  const [converted, setConverted] = useState<string | null>(null);
  const [shown, setShown] = useState<"written" | "converted" | "failed">("written");
  const toggle = async () => {
    if (shown === "converted") return setShown("written");
    if (converted !== null) return setShown("converted");
    const answer = await fetch(`/api/conversations/converted/${message.id}?to=${reader}`)
      .then((one) => (one.ok ? one.json() : null))
      .catch(() => null);
    setConverted(answer?.text ?? null);
    setShown(answer ? "converted" : "failed");
  };
  const automatic = shown === "converted" && converted !== null;
  return (
    <>
      <MessageText
        body={automatic ? converted : message.body}
        lang={automatic ? reader : message.lang}
        names={names}
      />
      {message.convertible && reader !== "en" && (
        <p className="text-sm text-mute" aria-live="polite">
          <button
            type="button"
            onClick={() => void toggle()}
            className="-ml-1 inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md px-1 text-sea-700 underline underline-offset-4"
          >
            <Languages aria-hidden className="size-4" />
            {automatic ? t("convert.back") : t(`convert.${reader}`)}
          </button>
          {automatic && <span className="ml-2">{t("convert.marked")}</span>}
          {shown === "failed" && <span className="ml-2">{t("convert.failed")}</span>}
        </p>
      )}
    </>
  );
}
