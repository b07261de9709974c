import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ContactForm } from "#components/public/contact-form.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { PublicHeader } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { OFFICES } from "#lib/terms/terms.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.contact");
  return publicMetadata((await getLocale()) as AppLocale, "/contact", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function ContactPage({ searchParams }: { searchParams: Promise<{ sent?: unknown }> }) {
  const [t, terms] = [await getTranslations("public.contact"), await getTranslations("terms")];
  const { sent } = await searchParams;
  const office = OFFICES.find((one) => one === sent);
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-8 px-4 py-10 sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="write" className="max-w-xl">
          <h2 id="write" className="mb-5 text-xl">
            {office ? t("sentTitle") : t("form")}
          </h2>
          {office ? (
            <>
              <Notice tone="ok" live>
                {t("sentText", { office: terms(`offices.${office}`) })}
              </Notice>
              <p className="mt-5">
                <ButtonLink href="/contact" tone="plain">
                  {t("sentAgain")}
                </ButtonLink>
              </p>
            </>
          ) : (
            <ContactForm />
          )}
        </section>
        <div className="grid content-start gap-5">
          {(["hk", "yt"] as const).map((key) => (
            <Card key={key} as="article">
              <span
                aria-hidden
                className={`absolute inset-x-0 top-0 h-1 ${key === "hk" ? "bg-bau-700" : "bg-sea-700"}`}
              />
              <h3 className="text-lg">{t(`${key}.title`)}</h3>
              <p className="mt-1.5 text-slate">{t(`${key}.text`)}</p>
            </Card>
          ))}
        </div>
      </div>
    </>
  );
}
