import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { publicUrl } from "#lib/public-url.ts";
import { isKind, type Kind } from "./kinds.ts";

/** What a link that stops mails names: an account and a kind, or the digest with all that is in it. */
export type Stopped = { accountId: string; kind: Kind | "digest" };

// signed and not stored: it can do nothing but stop mails, and has to work in a mail of years ago
const sign = (text: string) =>
  createHmac("sha256", env().AUTH_SECRET).update(`unsubscribe:${text}`).digest("base64url").slice(0, 32);

export function unsubscribeToken({ accountId, kind }: Stopped): string {
  const text = `${accountId}.${kind}`;
  return `${text}.${sign(text)}`;
}

export const unsubscribeUrl = (accountId: string, kind: Stopped["kind"]) =>
  `${publicUrl()}/api/unsubscribe?token=${unsubscribeToken({ accountId, kind })}`;

/** Null when it was not made here. */
export function readUnsubscribeToken(token: string): Stopped | null {
  const [accountId = "", kind = "", signature = ""] = token.split(".");
  const right = Buffer.from(sign(`${accountId}.${kind}`));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return kind === "digest" || isKind(kind) ? { accountId, kind } : null;
}
