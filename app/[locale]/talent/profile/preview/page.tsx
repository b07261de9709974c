import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnonymousProfile } from "#components/talents/anonymous-profile.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Facts, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { getOwnPreview, type OwnPreview } from "#lib/talents/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.preview");
  return { title: t("title") };
}

export default async function PreviewPage() {
  const viewer = await pageViewer("/talent/profile/preview");
  const preview = await getOwnPreview(viewer, (await getLocale()) as AppLocale);
  const t = await getTranslations("talents");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("preview.title")}
        actions={
          <ButtonLink tone="plain" href="/talent/profile">
            {t("review.edit")}
          </ButtonLink>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <section aria-labelledby="before">
          <h2 id="before" className="text-lg">
            {t("preview.before")}
          </h2>
          <p className="mt-1 mb-3 text-slate">{t("preview.beforeText")}</p>
          <Card as="div">
            <AnonymousProfile profile={preview.anonymous} />
          </Card>
          <div className="mt-3">
            <Notice tone="sea">{t("preview.check")}</Notice>
          </div>
        </section>
        <section aria-labelledby="after">
          <h2 id="after" className="text-lg">
            {t("preview.after")}
          </h2>
          <p className="mt-1 mb-3 text-slate">{t("preview.afterText")}</p>
          <Card as="div" bridge>
            <Introduced {...preview.introduced} />
          </Card>
        </section>
      </div>
    </div>
  );
}

async function Introduced({ identity, documents }: OwnPreview["introduced"]) {
  const t = await getTranslations("talents");
  const none = <span className="text-mute">{t("preview.notGiven")}</span>;
  const items = (["nameZh", "nameEn"] as const).map((name) => ({
    term: t(`about.${name}`),
    value: identity[name] ?? none,
  }));
  const contact = (["email", "phone", "wechat", "whatsapp"] as const).map((name) => ({
    term: t(`contact.${name}`),
    value: identity[name] ?? none,
  }));
  const cv = documents.map((document) => document.filename).join("\n") || (
    <span className="text-mute">{t("preview.noCv")}</span>
  );
  return <Facts items={[...items, ...contact, { term: t("anonymous.cv"), value: cv }]} />;
}
