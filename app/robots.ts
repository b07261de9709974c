import type { MetadataRoute } from "next";
import { LOCALES } from "#lib/i18n/locales.ts";
import { publicUrl } from "#lib/public-url.ts";

// the address is known when the server runs, not when it is built
export const dynamic = "force-dynamic";

/** Workspaces and what belongs to one person are not for search engines. */
export default function robots(): MetadataRoute.Robots {
  const rooms = [
    "talent",
    "enterprise",
    "staff",
    "settings",
    "sign-in",
    "forgot",
    "reset",
    "verify",
    "invitation",
  ];
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", ...LOCALES.flatMap((locale) => rooms.map((room) => `/${locale}/${room}`))],
    },
    sitemap: `${publicUrl()}/sitemap.xml`,
  };
}
