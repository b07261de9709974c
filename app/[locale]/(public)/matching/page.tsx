import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ContactForm } from "#components/public/contact-form.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { Prose, type ProseSection } from "#components/public/prose.tsx";
import { PublicHeader } from "#components/public/section.tsx";
import { WeightTable } from "#components/public/weight-table.tsx";
import { WorkedExample } from "#components/public/worked-example.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.matching");
  return publicMetadata((await getLocale()) as AppLocale, "/matching", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function MatchingPage() {
  const t = await getTranslations("public.matching");
  const sections = t.raw("sections") as ProseSection[];
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-4 py-10 sm:px-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div>
          <Way label={t("stepsLabel")} steps={t.raw("steps") as string[]} />
        </div>
        <div className="max-w-3xl">
          <Prose sections={sections} />
          <WeightTable />
          <WorkedExample />
          <div className="mt-9">
            <Prose sections={t.raw("more") as ProseSection[]} first={sections.length + 1} />
          </div>
          <section id="ask" className="mt-9 scroll-mt-6 rounded-lg border border-line bg-mist p-6">
            <h2 className="text-xl">{t("request.title")}</h2>
            <p className="mt-2.5 mb-5 leading-[1.75]">
              {t("request.text")} {t("request.own")}
            </p>
            <ContactForm topic="matching" />
          </section>
          <p className="mt-8">
            <ButtonLink href="/privacy" tone="plain">
              {t("privacy")}
            </ButtonLink>
          </p>
        </div>
      </div>
    </>
  );
}

/** From Hong Kong's colour to Yantai's, one step after the other. */
function Way({ label, steps }: { label: string; steps: string[] }) {
  return (
    <ol
      aria-label={label}
      className="relative grid gap-6 rounded-lg border border-line bg-mist p-6 pl-7 lg:sticky lg:top-6"
    >
      <span
        aria-hidden
        className="absolute top-9 bottom-12 left-[2.6rem] w-[3px] bg-linear-to-b from-bau-700 to-sea-700"
      />
      {steps.map((step, index) => (
        <li key={step} className="relative grid grid-cols-[2rem_1fr] gap-3">
          <span
            aria-hidden
            className="flex size-8 items-center justify-center rounded-full border-2 border-sea-500 bg-paper text-sm font-bold text-sea-800"
          >
            {index + 1}
          </span>
          <span className="pt-0.5">{step}</span>
        </li>
      ))}
    </ol>
  );
}
