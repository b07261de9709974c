import { render as toHtml } from "@react-email/render";
import { translator } from "#lib/i18n/translate.ts";
import { publicUrl } from "#lib/public-url.ts";
import { frame, type Link } from "./frame.ts";
import type { Mail } from "./outbox.ts";

type Rendered = { subject: string; text: string; html: string };

/** Subject, plain text and HTML of a mail in its reader's language. */
export async function render(mail: Omit<Mail, "to" | "key" | "after">): Promise<Rendered> {
  const [domain = "", name = ""] = mail.template.split(".");
  const t = translator(mail.locale, `mail-${domain}`);
  const words = translator(mail.locale, "mail");
  const address = (path: string) => `${publicUrl()}/${mail.locale}${path}`;
  const subject = t(`${name}.subject`, mail.params).replace(/\s+/g, " ");
  const paragraphs = t(`${name}.body`, mail.params).split("\n").filter(Boolean);
  const list = (mail.list ?? []).map(({ text, path }): Link => ({ label: text, url: address(path) }));
  const button = mail.path ? { label: t(`${name}.action`, mail.params), url: address(mail.path) } : undefined;
  const closing = [words("signature"), words("why")];
  const choices: Link[] = mail.unsubscribe
    ? [
        { label: words("stop"), url: mail.unsubscribe },
        { label: words("settings"), url: address("/settings#notifications") },
      ]
    : [];
  const lines = (link: Link) => `${link.label}:\n${link.url}`;
  return {
    subject,
    text: [
      ...paragraphs,
      ...list.map(lines),
      ...(button ? [lines(button)] : []),
      ...closing,
      ...choices.map(lines),
    ].join("\n\n"),
    html: await toHtml(
      frame({
        locale: mail.locale,
        brand: words("brand"),
        preview: paragraphs[0] ?? "",
        paragraphs,
        list,
        button,
        closing,
        choices,
      }),
    ),
  };
}
