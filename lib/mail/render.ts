import { langTag } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { publicUrl } from "#lib/public-url.ts";
import type { Mail } from "./outbox.ts";

const escapeHtml = (value: string) =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Subject, plain text and HTML of a mail in its reader's language. */
export function render(mail: Omit<Mail, "to" | "key">): { subject: string; text: string; html: string } {
  const [domain = "", name = ""] = mail.template.split(".");
  const t = translator(mail.locale, `mail-${domain}`);
  const frame = translator(mail.locale, "mail");
  const subject = t(`${name}.subject`, mail.params).replace(/\s+/g, " ");
  const paragraphs = t(`${name}.body`, mail.params).split("\n").filter(Boolean);
  const link = mail.path
    ? { url: `${publicUrl()}/${mail.locale}${mail.path}`, label: t(`${name}.action`, mail.params) }
    : null;
  const closing = [frame("signature"), frame("why")];
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), ...closing].join("\n\n");
  const html = `<!doctype html><html lang="${langTag(mail.locale)}"><meta charset="utf-8"><body style="margin:0;background:#f5f8f9;font:16px/1.7 system-ui,'PingFang HK','Microsoft YaHei',sans-serif;color:#13222a"><div style="max-width:36em;margin:0 auto;padding:28px 20px"><div style="background:#fff;border-top:4px solid #0b4f6c;border-radius:10px;padding:28px"><p style="margin:0 0 18px;font-weight:700;color:#083b52">${escapeHtml(frame("brand"))}</p>${paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}${link ? `<p style="margin:28px 0"><a href="${escapeHtml(link.url)}" style="background:#0b4f6c;color:#fff;padding:12px 22px;border-radius:8px;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p><p style="font-size:13px;color:#4d606a;word-break:break-all">${escapeHtml(link.url)}</p>` : ""}</div>${closing.map((line) => `<p style="font-size:13px;color:#4d606a">${escapeHtml(line)}</p>`).join("")}</div></body></html>`;
  return { subject, text, html };
}
