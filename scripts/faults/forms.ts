import { randomUUID } from "node:crypto";
import type { Product } from "./product.ts";

/** A form as the server sent it: what a browser without JavaScript would post. */
export type Form = { url: string; hidden: [name: string, value: string][] };
export type Answer = { status: number; location: string | null; body: string };

const plainText = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Reads a form from its page. @throws Error when the page does not hold it */
export async function readForm({ baseUrl }: Product, pathname: string, id: string): Promise<Form> {
  const url = baseUrl + pathname;
  const page = await (await fetch(url, { signal: AbortSignal.timeout(60_000) })).text();
  const start = page.indexOf(`data-form="${id}"`);
  if (start < 0) throw new Error(`no form ${id} at ${pathname}`);
  const form = page.slice(start, page.indexOf("</form>", start));
  const inputs = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const of = (name: string) => plainText(new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? "");
    return [of("name"), of("value")] as [string, string];
  });
  return { url, hidden: inputs.filter(([name]) => name) };
}

/** A form of the same page for another person: its own idempotency key. */
export const withNewKey = ({ url, hidden }: Form): Form => ({
  url,
  hidden: hidden.map(([name, value]) => [name, name === "_key" ? randomUUID().replaceAll("-", "") : value]),
});

/** Posts it. @throws where no whole answer came */
export async function submit(form: Form, fields: Record<string, string>, patience = 20_000): Promise<Answer> {
  const data = new FormData();
  for (const [name, value] of [...form.hidden, ...Object.entries(fields)]) data.append(name, value);
  const answer = await fetch(form.url, {
    method: "POST",
    body: data,
    redirect: "manual",
    headers: { Origin: new URL(form.url).origin },
    signal: AbortSignal.timeout(patience),
  });
  return { status: answer.status, location: answer.headers.get("location"), body: await answer.text() };
}

/** What the contact form asks for; `mark` names the message in its text. */
export const contactFields = (mark: string) => ({
  office: "HONG_KONG",
  topic: "other",
  name: "Fault test",
  email: "faults@test.example",
  body: mark,
  website: "",
});

export const accepted = (answer: Answer) =>
  answer.status === 303 && (answer.location ?? "").includes("sent=");
