import { formatterOf } from "#lib/i18n/format.ts";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { type ReceiptHead, type ReceiptSource, textAsRead } from "./receipt.ts";

const html = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// a file of its own, opened from a folder: its look travels with it
const STYLE = `
body { font: 16px/1.7 system-ui, "PingFang HK", "PingFang SC", "Microsoft YaHei", sans-serif; color: #14213d; background: #fff; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
h1 { font-size: 1.6rem; border-top: 4px solid #0b4f79; padding-top: 1rem } h2 { font-size: 1.15rem; margin: 0 0 .5rem }
article { border: 1px solid #c9d3df; border-radius: 8px; padding: 1rem 1.25rem; margin: 1.25rem 0; break-inside: avoid }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .35rem 1rem; margin: 0 } dt { color: #4a5a70 } dd { margin: 0; overflow-wrap: anywhere }
blockquote { margin: 0; border-left: 3px solid #a3195b; padding-left: .75rem }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
@media print { body { margin: 0; max-width: none } article { border-color: #888 } }`;

/** The receipts as a page of its own to keep or print, in the reader's language; each text stands as it was read. */
export function receiptPage(sources: readonly ReceiptSource[], head: ReceiptHead, locale: AppLocale): string {
  const t = translator(locale, "consents");
  const title = t(head.all ? "receipt.titleAll" : "receipt.title");
  const items = facts([
    [t("receipt.person"), `${head.person} · ${head.code}`],
    [t("receipt.madeAt"), moment(locale, head.madeAt)],
    [t("receipt.controller"), t("receipt.controllerText")],
    [t("receipt.withdraw"), t("receipt.withdrawText", { url: head.withdrawAt })],
  ]);
  const body =
    sources.map((source) => record(source, locale)).join("\n") || `<p>${html(t("receipt.none"))}</p>`;
  return `<!doctype html>
<html lang="${langTag(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(title)} · ${html(head.code)}</title><style>${STYLE}</style></head>
<body><main><h1>${html(title)}</h1>${items}
${body}
<p>${html(t("receipt.structure"))}</p></main></body></html>
`;
}

const moment = (locale: AppLocale, date: Date) =>
  `${formatterOf(locale).dateTime(date, { dateStyle: "long", timeStyle: "medium" })} (${date.toISOString()})`;

/** Pairs of text; the second is markup already where it says so. */
const facts = (pairs: [string, string | { markup: string }][]) =>
  `<dl>${pairs
    .map(
      ([term, value]) =>
        `<dt>${html(term)}</dt><dd>${typeof value === "string" ? html(value) : value.markup}</dd>`,
    )
    .join("")}</dl>`;

function record(source: ReceiptSource, locale: AppLocale): string {
  const t = translator(locale, "consents");
  const { recipient, match, withdrawnAt, endedBy, note } = source;
  const read = textAsRead(source);
  const language = translator(locale, "terms")(`locales.${read.language}`);
  const lang = langTag(read.language);
  const quote = `<blockquote lang="${lang}"><strong>${html(read.title)}</strong><br>${html(read.text)}</blockquote>`;
  const date = withdrawnAt && formatterOf(locale).dateTime(withdrawnAt, { dateStyle: "long" });
  return `<article><h2>${html(t(`purposes.${source.purpose}`))}: ${html(t(`categories.${source.category}`))}</h2>${facts(
    [
      [t("receipt.number"), source.id],
      [t("receipt.state"), date && endedBy ? t(`ended.${endedBy}`, { date }) : t("receipt.inForce")],
      [t("receipt.recipient"), recipient ?? t("receipt.recipientSelf")],
      ...(match ? [[t("receipt.need"), `${match.need.code} · ${match.need.title}`] as [string, string]] : []),
      [t("receipt.purpose"), t(`purposes.${source.purpose}`)],
      [t("receipt.category"), t(`categories.${source.category}`)],
      [
        `${t("receipt.text")} (${t("receipt.version", { version: source.textVersion, language })})`,
        { markup: quote },
      ],
      [t("receipt.granted"), moment(locale, source.grantedAt)],
      [t("receipt.channel"), t(`channels.${source.channel}`)],
      ...(note ? [[t("receipt.note"), note] as [string, string]] : []),
      ...(withdrawnAt ? [[t("receipt.ended"), moment(locale, withdrawnAt)] as [string, string]] : []),
    ],
  )}</article>`;
}
