import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { createElement as h, type ReactElement } from "react";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";

export type Link = { label: string; url: string };
type Parts = {
  locale: AppLocale;
  brand: string;
  /** what a mail program shows beside the subject */
  preview: string;
  paragraphs: string[];
  list: Link[];
  button?: Link;
  closing: string[];
  /** where the reader chooses which mails come */
  choices: Link[];
};

// mail programs know no tokens and no style sheets; these are the light values of app/globals.css
const ink = "#13222a";
const slate = "#4d606a";
const sea = "#0b4f6c";
const font = "system-ui,'PingFang HK','PingFang SC','Microsoft YaHei',sans-serif";
const styles = {
  body: { margin: 0, backgroundColor: "#f5f8f9", fontFamily: font, color: ink },
  page: { maxWidth: "36em", margin: "0 auto", padding: "28px 20px" },
  card: { backgroundColor: "#ffffff", borderTop: `4px solid ${sea}`, borderRadius: "10px", padding: "28px" },
  brand: { margin: "0 0 18px", fontSize: "16px", lineHeight: "1.5", fontWeight: 700, color: "#083b52" },
  text: { margin: "0 0 16px", fontSize: "16px", lineHeight: "1.7" },
  link: { color: sea, fontWeight: 600 },
  button: {
    backgroundColor: sea,
    color: "#ffffff",
    padding: "12px 22px",
    borderRadius: "8px",
    fontWeight: 600,
    fontSize: "16px",
  },
  small: { margin: "16px 0 0", fontSize: "13px", lineHeight: "1.7", color: slate },
  address: { margin: "16px 0 0", fontSize: "13px", lineHeight: "1.6", color: slate, wordBreak: "break-all" },
} as const;

const text = (style: (typeof styles)[keyof typeof styles]) => (line: string, key: number) =>
  h(Text, { key, style }, line);

const item =
  (style: (typeof styles)[keyof typeof styles]) =>
  ({ label, url }: Link, key: number) =>
    h(Text, { key, style }, h("a", { href: url, style: styles.link }, label));

const action = ({ label, url }: Link) => [
  h(Button, { key: "button", href: url, style: styles.button }, label),
  h(Text, { key: "address", style: styles.address }, url),
];

/** The one look of all mails. Built without JSX, because the worker runs this file as it is. */
export const frame = (parts: Parts): ReactElement =>
  h(
    Html,
    { lang: langTag(parts.locale), dir: "ltr" },
    h(Head),
    h(Preview, null, parts.preview),
    h(
      Body,
      { style: styles.body },
      h(
        Container,
        { style: styles.page },
        h(
          Section,
          { style: styles.card },
          h(Text, { style: styles.brand }, parts.brand),
          ...parts.paragraphs.map(text(styles.text)),
          ...parts.list.map(item(styles.text)),
          ...(parts.button ? action(parts.button) : []),
        ),
        ...parts.closing.map(text(styles.small)),
        ...parts.choices.map(item(styles.small)),
      ),
    ),
  );
