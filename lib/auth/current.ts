import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { publicUrl } from "#lib/public-url.ts";
import { allows, PAGE_ACCESS, type PagePath } from "./access.ts";
import { sessionCookieName } from "./cookie.ts";
import { openSession, readSession } from "./session.ts";
import type { Viewer } from "./viewer.ts";

const readCurrent = cache(async () => {
  const token = (await cookies()).get(sessionCookieName(publicUrl()))?.value;
  return token ? readSession(token) : null;
});

/** Who makes this request, or null. Read once a request. */
export const getViewer = async (): Promise<Viewer | null> => (await readCurrent())?.viewer ?? null;

/** The token of this request, if its session holds, for what a page does by itself: it does not keep the session alive. */
export async function watchingSession(): Promise<{ token: string; viewer: Viewer } | null> {
  const token = (await cookies()).get(sessionCookieName(publicUrl()))?.value;
  const session = token ? await readSession(token, { watching: true }) : null;
  return token && session ? { token, viewer: session.viewer } : null;
}

/** The session of this request, for "sign out everywhere else". */
export const currentSessionId = async () => (await readCurrent())?.sessionId;

/**
 * The viewer of a page that is listed in PAGE_ACCESS with roles. Nobody: to sign-in and back. Another role: not found.
 * A layout's check does not replace this one.
 */
export async function pageViewer(path: PagePath): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) {
    const back = (await headers()).get("x-pathname") ?? "/";
    redirect(`/${await getLocale()}/sign-in?callbackUrl=${encodeURIComponent(back)}`);
  }
  if (!allows(PAGE_ACCESS[path], viewer)) notFound();
  return viewer;
}

/** Signs the browser in: a new session at every sign-in. Only in an action or a route handler. */
export async function startSession(accountId: string) {
  const { token, expiresAt } = await openSession(accountId, (await headers()).get("user-agent"));
  (await cookies()).set(sessionCookieName(publicUrl()), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: publicUrl().startsWith("https:"),
    expires: expiresAt,
  });
}

export async function endSession() {
  const jar = await cookies();
  const name = sessionCookieName(publicUrl());
  const token = jar.get(name)?.value;
  if (token) await (await import("./session.ts")).closeSession(token);
  jar.delete({ name, path: "/", secure: publicUrl().startsWith("https:") });
}

/** The caller's address as the reverse proxy tells it; "local" without one. */
export const callerAddress = async () =>
  ((await headers()).get("x-forwarded-for") ?? "local").split(",")[0]!.trim();
