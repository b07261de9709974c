import { useTranslations } from "next-intl";
import { env } from "#lib/env.ts";

/** On the embedded demo, over every page. */
export function DemoBanner() {
  const t = useTranslations("layout");
  if (!env().BRIDGE_EMBEDDED) return null;
  return (
    <aside className="bg-warn-bg px-4 py-1.5 text-center text-sm text-warn print:hidden">{t("demo")}</aside>
  );
}
