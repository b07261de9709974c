import type { RawValue, RawValues } from "#lib/form-values.ts";
import type { Identity, Profile } from "./profile.ts";
import type { Section } from "./schema.ts";

const FIELDS = {
  about: ["nameZh", "nameEn", "headline", "summary", "base", "pathway"],
  work: ["experience", "outputs"],
  education: ["education"],
  skills: ["skills", "qualifications", "languages"],
  terms: [
    "intentions",
    "direction",
    "industries",
    "availableFrom",
    "daysPerMonth",
    "payMin",
    "payMax",
    "payCurrency",
    "payPeriod",
  ],
  contact: ["email", "phone", "wechat", "whatsapp", "matchable", "alerts", "blockedEmployers"],
} as const satisfies Record<Section, (keyof Profile | keyof Identity)[]>;

/** A stored value as a form would send it. */
function raw(value: unknown): RawValue | undefined {
  if (value === null || value === undefined || value === "" || value === false) return undefined;
  if (value === true) return "on";
  if (Array.isArray(value)) return value.map((one) => raw(one) ?? "");
  if (typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => {
        const text = raw(one);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  return String(value);
}

/** What one step's form shows of a stored profile. */
export function sectionValues(
  section: Section,
  { profile, identity }: { profile: Profile; identity: Identity },
): RawValues {
  return raw(
    Object.fromEntries(FIELDS[section].map((name) => [name, { ...profile, ...identity }[name]])),
  ) as RawValues;
}
