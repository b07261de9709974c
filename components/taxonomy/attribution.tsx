import { useTranslations } from "next-intl";

/** Whose work the dictionary rests on; the licences of ESCO and CC-CEDICT ask for it. */
export function Attribution({ esco }: { esco: { concepts: number; loadedAt: Date } | null }) {
  const t = useTranslations("taxonomy.attribution");
  return (
    <section aria-labelledby="sources" className="mt-8 max-w-prose text-sm text-slate">
      <h2 id="sources" className="text-base text-ink">
        {t("title")}
      </h2>
      <p className="mt-1">{t("own")}</p>
      <p className="mt-1">
        {esco
          ? `${t("esco")} ${t("escoLoaded", { count: esco.concepts, date: esco.loadedAt })}`
          : t("escoNone")}
      </p>
      <p className="mt-1">{t("cedict")}</p>
    </section>
  );
}
