import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { EXPORT_FORMATS, EXPORT_KINDS } from "./schema.ts";

/** What a password was given for: this export, by this account, until then. */
const ticketSchema = z.strictObject({
  accountId: z.uuid(),
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS),
  query: z.string(),
  locale: z.enum(LOCALES),
  /** milliseconds */
  until: z.number(),
});
export type Ticket = z.output<typeof ticketSchema>;

const MINUTES = 2;
const seal = (body: string) => createHmac("sha256", env().AUTH_SECRET).update(`export:${body}`).digest();

/** A ticket for the two minutes after the password was given, as a part of a URL. */
export function writeTicket(ticket: Omit<Ticket, "until">): string {
  const until = now().getTime() + MINUTES * 60_000;
  const body = Buffer.from(JSON.stringify({ ...ticket, until })).toString("base64url");
  return `${body}.${seal(body).toString("base64url")}`;
}

/** What the ticket is for; null when it is forged, expired or somebody else's. */
export function readTicket(text: string, accountId: string | null): Ticket | null {
  const [body = "", mac = ""] = text.split(".");
  const [given, wanted] = [Buffer.from(mac, "base64url"), seal(body)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const ticket = ticketSchema.safeParse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  if (!ticket.success || ticket.data.accountId !== accountId) return null;
  return ticket.data.until < now().getTime() ? null : ticket.data;
}
