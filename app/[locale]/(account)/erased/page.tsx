import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/surface.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.erased");
  return { title: t("title"), robots: { index: false } };
}

export default async function ErasedPage() {
  const t = await getTranslations("talents.erased");
  return <PageHeader title={t("title")} lead={t("text")} />;
}
