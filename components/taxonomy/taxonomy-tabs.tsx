import { useTranslations } from "next-intl";
import { Tabs } from "#components/ui/tabs.tsx";

/** The two parts of the dictionary's room. */
export function TaxonomyTabs({ at, open }: { at: "concepts" | "phrases"; open: number }) {
  const t = useTranslations("taxonomy.tabs");
  return (
    <Tabs
      label={t("label")}
      items={[
        { href: "/staff/taxonomy", label: t("concepts"), active: at === "concepts" },
        { href: "/staff/taxonomy/phrases", label: t("phrases"), count: open, active: at === "phrases" },
      ]}
    />
  );
}
