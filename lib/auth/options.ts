import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { publicUrl } from "#lib/public-url.ts";
import { authenticate } from "./authenticate.ts";
import { sessionCookieName } from "./cookie.ts";
import { closeSession, openSession, readSession } from "./session.ts";

/**
 * next-auth over our own sessions: its token is an opaque key to a row, so that a session can be revoked at once.
 * `token.key` carries that key through next-auth's hands; nothing else is stored in the cookie.
 */
export function authOptions(): NextAuthOptions {
  const secure = publicUrl().startsWith("https:");
  return {
    secret: env().AUTH_SECRET,
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          if (!credentials?.email || !credentials.password) return null;
          const address = String(request.headers?.["x-forwarded-for"] ?? "local")
            .split(",")[0]!
            .trim();
          return authenticate(credentials.email, credentials.password, address).catch(() => null);
        },
      }),
    ],
    session: { strategy: "jwt" },
    jwt: {
      async encode({ token }) {
        if (typeof token?.key === "string") return token.key;
        return token?.sub ? (await openSession(token.sub, null)).token : "";
      },
      async decode({ token }) {
        const session = token ? await readSession(token) : null;
        return session && token
          ? {
              sub: session.viewer.accountId ?? undefined,
              key: token,
              name: session.viewer.name,
              email: session.viewer.email,
            }
          : null;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.key === "string") await closeSession(token.key);
      },
    },
    callbacks: {
      // only paths of this site
      redirect: ({ url, baseUrl }) =>
        /^\/(?![/\\])/.test(url) ? baseUrl + url : url.startsWith(`${baseUrl}/`) ? url : baseUrl,
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(publicUrl()),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    logger: { error() {}, warn() {} },
  };
}
