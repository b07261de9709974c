import { langTag } from "#lib/i18n/locales.ts";
import type { OpenNeed } from "#lib/needs/views.ts";

const EMPLOYMENT = {
  full_time: "FULL_TIME",
  flexible: "PART_TIME",
  project: "CONTRACTOR",
  internship: "INTERN",
} as const;

/**
 * What search engines may show of a job or an internship (schema.org/JobPosting). Experts and challenges are no jobs and
 * get none. `station` stands in the place of an enterprise that is not named.
 */
export function jobPosting(need: OpenNeed, { station, place }: { station: string; place: string }) {
  if (need.type !== "job" && need.type !== "internship") return null;
  const inHongKong = need.district === "hongkong";
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: need.title,
    description: [need.description, ...need.duties, ...need.mustHave, ...need.preferred]
      .filter(Boolean)
      .join("\n"),
    identifier: { "@type": "PropertyValue", name: station, value: need.code },
    inLanguage: langTag(need.locale),
    datePosted: need.openedAt.toISOString(),
    ...(need.deadline ? { validThrough: `${need.deadline}T23:59:59+08:00` } : {}),
    employmentType: need.modes.map((mode) => EMPLOYMENT[mode as keyof typeof EMPLOYMENT]).filter(Boolean),
    totalJobOpenings: need.headcount - need.filledCount,
    hiringOrganization: { "@type": "Organization", name: need.enterprise?.name ?? station },
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressLocality: place,
        addressRegion: inHongKong ? "Hong Kong" : "Yantai, Shandong",
        addressCountry: inHongKong ? "HK" : "CN",
      },
    },
    ...(need.pay && {
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: need.pay.currency,
        value: {
          "@type": "QuantitativeValue",
          ...(need.pay.min !== null && { minValue: need.pay.min }),
          ...(need.pay.max !== null && { maxValue: need.pay.max }),
          unitText: need.pay.period.toUpperCase(),
        },
      },
    }),
    directApply: true,
  };
}

/** Structured data in the page; "<" is written so that no text of a user can end the script. */
export function StructuredData({ data }: { data: object | null }) {
  if (!data) return null;
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  // JSON, with every "<" escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
