import { type NextRequest, NextResponse } from "next/server";
import { SESSION_COOKIES } from "#lib/auth/cookie.ts";
import { isLocale, negotiate } from "#lib/i18n/locales.ts";

const WORKSPACES = /^\/(talent|enterprise|staff|settings|notifications)(\/|$)/;

/** Language, content security policy and an optimistic redirect to sign-in; never the authority on access. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const [, first = "", ...rest] = pathname.split("/");
  if (!isLocale(first)) {
    const remembered = request.cookies.get("locale")?.value;
    const locale = isLocale(remembered) ? remembered : negotiate(request.headers.get("accept-language"));
    const response = NextResponse.redirect(
      new URL(`/${locale}${pathname === "/" ? "" : pathname}${search}`, request.nextUrl),
      307,
    );
    response.headers.set("vary", "accept-language, cookie");
    return response;
  }
  const path = `/${rest.join("/")}`;
  const signedIn = SESSION_COOKIES.some((name) => request.cookies.has(name));
  if (WORKSPACES.test(path) && !signedIn && request.method === "GET") {
    const signIn = new URL(`/${first}/sign-in`, request.nextUrl);
    signIn.searchParams.set("callbackUrl", pathname + search);
    return NextResponse.redirect(signIn, 307);
  }

  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-next-intl-locale", first);
  headers.set("x-pathname", pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (request.nextUrl.protocol === "https:")
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  if (signedIn || request.method !== "GET") response.headers.set("cache-control", "private, no-store");
  // not in the answer to an action: a new cookie makes Next load the page anew, and what was typed would be lost
  if (request.method === "GET" && request.cookies.get("locale")?.value !== first)
    response.cookies.set("locale", first, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
  return response;
}

export const config = { matcher: ["/((?!api/|_next/|favicon|icon|robots.txt|sitemap|.*\\.[a-z0-9]+$).*)"] };
