import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { PublicHeader, Section } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.about");
  return publicMetadata((await getLocale()) as AppLocale, "/about", {
    title: t("title"),
    description: t("openedText"),
  });
}

export default async function AboutPage() {
  const t = await getTranslations("public.about");
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-12 py-10 sm:gap-16 sm:py-14">
        <Section>
          <div className="grid gap-x-10 gap-y-2 sm:grid-cols-[auto_1fr]">
            <p className="text-2xl font-bold text-bau-700 sm:text-3xl">
              <time dateTime="2025-05-19">{t("opened")}</time>
            </p>
            <div className="max-w-3xl">
              <p className="text-lg">{t("openedText")}</p>
              <p className="mt-2 text-sm text-slate">
                {t("source")}: {t("sourceText")}
              </p>
            </div>
          </div>
        </Section>
        <Section id="offices" title={t("offices")} lead={t("functions")}>
          <div className="mt-6 grid gap-5 md:grid-cols-2">
            <Bank line="bg-bau-700" title={t("hk.title")} text={t("hk.text")} />
            <Bank line="bg-sea-700" title={t("yt.title")} text={t("yt.text")} />
          </div>
        </Section>
        <Section id="mechanisms" title={t("mechanisms")}>
          <ol className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-3">
            {(["m1", "m2", "m3"] as const).map((key, index) => (
              <li key={key} className="border-t-2 border-sea-300 pt-4">
                <h3 className="text-lg">
                  <span aria-hidden className="mr-2 text-mute">
                    {index + 1}
                  </span>
                  {t(`${key}.title`)}
                </h3>
                <p className="mt-1.5 text-slate">{t(`${key}.text`)}</p>
              </li>
            ))}
          </ol>
        </Section>
        <Section className="grid gap-8 md:grid-cols-3">
          {(["twoWay", "events", "projects"] as const).map((key) => (
            <div key={key}>
              <h2 className="text-xl">{t(`${key}.title`)}</h2>
              <p className="mt-1.5 text-slate">{t(`${key}.text`)}</p>
              {key === "projects" && (
                <p className="mt-4">
                  <ButtonLink href="/projects" tone="plain">
                    {t("projects.link")}
                  </ButtonLink>
                </p>
              )}
            </div>
          ))}
        </Section>
      </div>
    </>
  );
}

function Bank({ line, title, text }: { line: string; title: string; text: string }) {
  return (
    <Card as="article">
      <span aria-hidden className={`absolute inset-x-0 top-0 h-1 ${line}`} />
      <h3 className="text-lg">{title}</h3>
      <p className="mt-1.5 text-slate">{text}</p>
    </Card>
  );
}
