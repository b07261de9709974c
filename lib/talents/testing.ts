import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { registerTalent, saveProfileSection } from "./commands.ts";
import { getOwnProfile } from "./queries.ts";
import { sectionInput } from "./schema.ts";

/** People and steps for the tests of this domain. */
export async function newTalent(email: string, kind: "individual" | "team" = "individual"): Promise<Viewer> {
  await registerTalent({
    kind,
    displayName: "陳大文",
    email,
    password: "a long phrase",
    consent: true,
    locale: "zh-Hant",
  });
  return viewerOf(email);
}

/** What a form would send for each step of a complete profile. */
export const FILLED: Record<string, Record<string, unknown>> = {
  about: {
    nameZh: "陳大文",
    nameEn: "Chan Tai Man",
    headline: "離岸風電結構工程師",
    summary: "陳大文在海岸工程有限公司做導管架設計，電話 9123 4567。",
    base: "HK",
    pathway: "hkmo_chinese_resident",
  },
  work: {
    experience: [
      {
        title: "Structural engineer",
        organisation: "海岸工程有限公司",
        from: "2016-01",
        description: "Jacket foundations",
      },
      { title: "Summer intern", organisation: "A bureau", from: "2014-06", to: "2014-08" },
    ],
  },
  education: {
    education: [{ level: "master", discipline: "Civil engineering", institution: "HKUST", year: "2015" }],
  },
  skills: {
    skills: ["導管架", "ANSYS"],
    qualifications: "MHKIE",
    languages: [
      { code: "yue", level: "C2" },
      { code: "en", level: "C1" },
    ],
  },
  terms: {
    intentions: ["full_time"],
    direction: "hk_to_yantai",
    availableFrom: "2027-01-15",
    payMin: "40,000",
    payCurrency: "HKD",
    payPeriod: "month",
  },
  contact: { email: "chan@talents.example", phone: "+852 9123 4567", matchable: "on", alerts: "on" },
};

/** Saves one step as its form would. */
export async function save(viewer: Viewer, section: string, fields: Record<string, unknown>) {
  const { version } = await getOwnProfile(viewer);
  return saveProfileSection(viewer, sectionInput.parse({ section, version: String(version), ...fields }));
}

export async function fill(viewer: Viewer) {
  for (const [section, fields] of Object.entries(FILLED)) await save(viewer, section, fields);
}
