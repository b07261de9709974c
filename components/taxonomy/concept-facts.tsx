import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { langTag } from "#lib/i18n/locales.ts";
import type { ConceptDetail, Named } from "#lib/taxonomy/concept-query.ts";
import { ConceptLink } from "./concept-name.tsx";

/** What a concept is: its way up to the widest, its names, its other words, and how it is linked. */
export function ConceptFacts({ concept }: { concept: ConceptDetail }) {
  const t = useTranslations("taxonomy.concept");
  const { shown, links } = concept;
  return (
    <>
      {concept.path.length > 1 && <Path path={concept.path} />}
      <h2 className="mb-2 text-lg">{t("names")}</h2>
      <ul className="mb-5 grid gap-1 text-lg sm:grid-cols-3">
        <li lang={langTag("zh-Hans")}>{shown.hans}</li>
        <li lang={langTag("zh-Hant")}>{shown.hant}</li>
        <li lang="en">{shown.en}</li>
      </ul>
      <h2 className="mb-2 text-lg">{t("aliases")}</h2>
      {shown.aliases.length > 0 ? (
        <ul className="mb-5 flex flex-wrap gap-2">
          {shown.aliases.map((alias) => (
            <li key={alias} className="rounded-full bg-mist px-3 py-0.5 text-[15px] [overflow-wrap:anywhere]">
              {alias}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-5 text-mute">{t("noAliases")}</p>
      )}
      <h2 className="mb-2 text-lg">{t("links")}</h2>
      {links.length === 0 && <p className="text-slate">{t("noLinks")}</p>}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
        {links.map((group) => (
          <div key={group.link} className="contents">
            <dt className="text-slate md:pt-1">{t(`link.${group.link}`)}</dt>
            <dd className="flex flex-wrap gap-x-4">
              {group.concepts.map((each) => (
                <ConceptLink key={each.id} {...each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Path({ path }: { path: Named[] }) {
  const t = useTranslations("taxonomy.concept");
  return (
    <nav aria-label={t("path")} className="mb-5">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {path.map((each, index) => (
          <li key={each.id} className="flex items-center gap-1.5">
            {index === 0 ? <span className="font-semibold">{each.label}</span> : <ConceptLink {...each} />}
            {index < path.length - 1 && <ChevronRight aria-hidden className="size-4 text-mute" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
