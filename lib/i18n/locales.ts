/** The three languages, as they stand in URLs. */
export const LOCALES = ["zh-Hans", "zh-Hant", "en"] as const;
export type AppLocale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is AppLocale => LOCALES.includes(value as AppLocale);

/** Prisma's enum names cannot hold a hyphen. */
export const toDbLocale = (locale: AppLocale) => locale.replace("-", "_") as "zh_Hans" | "zh_Hant" | "en";
export const fromDbLocale = (locale: string) => locale.replace("_", "-") as AppLocale;

/** The value of `lang`: Hong Kong glyph forms for Traditional Chinese. */
export const langTag = (locale: AppLocale) =>
  ({ "zh-Hans": "zh-Hans-CN", "zh-Hant": "zh-Hant-HK", en: "en-HK" })[locale];

/** The best of the three for an Accept-Language header. */
export function negotiate(header: string | null): AppLocale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const q = Number(params.find((p) => p.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { tag: tag.trim(), q: Number.isFinite(q) ? q : 0 };
    })
    .filter(({ tag, q }) => tag && q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    if (/^zh(-hant|-tw|-hk|-mo)|^yue/.test(tag)) return "zh-Hant";
    if (tag.startsWith("zh")) return "zh-Hans";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-Hant";
}
