import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WalkInForm } from "#components/staff/walk-in-form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { Link } from "#lib/i18n/navigation.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.walkIn"))("title") };
}

export default async function WalkInPage() {
  await pageViewer("/staff/talents/new");
  const t = await getTranslations("staff");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        crumb={<Link href="/staff/talents">{t("talents.title")}</Link>}
        title={t("walkIn.title")}
        lead={t("walkIn.lead")}
      />
      <Card>
        <WalkInForm locale={await getLocale()} />
      </Card>
    </div>
  );
}
