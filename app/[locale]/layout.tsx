import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "#components/ui/messages.tsx";
import { type AppLocale, isLocale, langTag } from "#lib/i18n/locales.ts";
import { publicUrl } from "#lib/public-url.ts";

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "layout" });
  return {
    metadataBase: new URL(publicUrl()),
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("tagline"),
  };
}

export const viewport: Viewport = { themeColor: "#083b52", colorScheme: "light dark" };

export default async function LocaleLayout({ params, children }: Params & { children: ReactNode }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "ui" });
  return (
    <html lang={langTag(locale as AppLocale)}>
      <body className="min-h-dvh bg-paper text-ink">
        <a
          href="#content"
          className="absolute left-3 top-3 z-50 -translate-y-24 rounded-md bg-sea-fill px-4 py-2 font-semibold text-white focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <Messages>{children}</Messages>
      </body>
    </html>
  );
}
