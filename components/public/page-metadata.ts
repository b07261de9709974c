import type { Metadata } from "next";
import { type AppLocale, LOCALES, langTag } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";

/** Title, description, the other languages and the social card of a public page. `path` is without the language, "" for home. */
export function publicMetadata(
  locale: AppLocale,
  path: string,
  { title, description }: { title?: string; description: string },
): Metadata {
  const t = translator(locale, "layout");
  const heading = title ?? `${t("name")} · ${t("tagline")}`;
  const image = {
    url: `/social/${locale}.png`,
    width: 1200,
    height: 630,
    alt: `${t("name")} · ${t("tagline")}`,
  };
  return {
    ...(title ? { title } : { title: { absolute: heading } }),
    description,
    alternates: {
      canonical: `/${locale}${path}`,
      // without a language in the address the reader's own is chosen
      languages: {
        ...Object.fromEntries(LOCALES.map((one) => [one, `/${one}${path}`])),
        "x-default": path || "/",
      },
    },
    openGraph: {
      type: "website",
      siteName: t("name"),
      title: heading,
      description,
      url: `/${locale}${path}`,
      locale: langTag(locale)
        .replace(/-(Hans|Hant)-/, "_")
        .replace("-", "_"),
      images: [image],
    },
    twitter: { card: "summary_large_image", title: heading, description, images: [image] },
  };
}
