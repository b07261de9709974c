import { type AppLocale, LOCALES, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { conceptPath } from "#lib/taxonomy/schema.ts";

type Labels = { hans: string; hant: string; en: string };
const labelIn = ({ hans, hant, en }: Labels, locale: AppLocale) =>
  locale === "en" ? en : locale === "zh-Hant" ? hant : hans;

/** The names in the other languages than the page's, each in its own. A name that is the same is said once. */
export function OtherNames({ labels, locale }: { labels: Labels; locale: AppLocale }) {
  const shown = new Set([labelIn(labels, locale)]);
  return LOCALES.filter((one) => {
    const label = labelIn(labels, one);
    return !shown.has(label) && shown.add(label);
  }).map((one, index) => (
    <span key={one}>
      {index > 0 && " · "}
      <span lang={langTag(one)}>{labelIn(labels, one)}</span>
    </span>
  ));
}

export function ConceptLink({ id, label }: { id: string; label: string }) {
  return (
    <Link
      href={conceptPath(id)}
      className="inline-flex min-h-11 items-center text-sea-700 underline md:min-h-8"
    >
      {label}
    </Link>
  );
}
