"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

export default function Failed({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("ui.failed");
  return (
    <main id="content" className="mx-auto max-w-xl px-6 py-24 text-center">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-3 text-slate">{t("text")}</p>
      <p className="mt-8">
        <Button onClick={reset}>{t("retry")}</Button>
      </p>
    </main>
  );
}
