import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { TIME_ZONE } from "#lib/i18n/format.ts";

/** Gives the client components below it the named namespaces (and `ui.form`), and no more: messages are bytes on a phone. */
export async function Messages({ only = [], children }: { only?: string[]; children: ReactNode }) {
  const [locale, messages] = [await getLocale(), (await getMessages()) as Record<string, unknown>];
  const chosen = Object.fromEntries(["ui", ...only].map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider locale={locale} messages={chosen as never} timeZone={TIME_ZONE}>
      {children}
    </NextIntlClientProvider>
  );
}
