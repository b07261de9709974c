"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("ui.failed");
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-xl px-6 py-24 text-center outline-none">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-3 text-slate">{t("text")}</p>
      <p className="mt-8">
        <Button onClick={() => retry()}>{t("retry")}</Button>
      </p>
    </main>
  );
}
