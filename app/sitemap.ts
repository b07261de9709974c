import type { MetadataRoute } from "next";
import { LOCALES } from "#lib/i18n/locales.ts";
import { indexOpenNeeds } from "#lib/needs/public-index.ts";
import { publicUrl } from "#lib/public-url.ts";

export const dynamic = "force-dynamic";

const PAGES = [
  "",
  "/needs",
  "/projects",
  "/about",
  "/matching",
  "/privacy",
  "/accessibility",
  "/contact",
  "/register",
];

/** Every public page in three languages, each naming the other two. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const needs = await indexOpenNeeds();
  return [
    ...PAGES.flatMap((path) => entries(path)),
    ...needs.flatMap(({ id, updatedAt }) => entries(`/needs/${id}`, updatedAt)),
  ];
}

function entries(path: string, lastModified?: Date): MetadataRoute.Sitemap {
  const base = publicUrl();
  const languages = {
    ...Object.fromEntries(LOCALES.map((locale) => [locale, `${base}/${locale}${path}`])),
    "x-default": `${base}${path || "/"}`,
  };
  return LOCALES.map((locale) => ({
    url: `${base}/${locale}${path}`,
    lastModified,
    alternates: { languages },
  }));
}
