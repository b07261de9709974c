import { env } from "./env.ts";

/** Where people reach the site. Links in mails are made from it only, never from a request's Host header. */
export const publicUrl = () => env().PUBLIC_URL.replace(/\/$/, "");
