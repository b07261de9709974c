import { getTranslations } from "next-intl/server";
import {
  CheckField,
  ChoiceField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from "#components/ui/fields.tsx";
import type { Section } from "#lib/talents/schema.ts";
import {
  BASES,
  CHAINS,
  CURRENCIES,
  DIRECTIONS,
  EDUCATION_LEVELS,
  INTENTIONS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  PATHWAYS,
  PAY_PERIODS,
} from "#lib/terms/terms.ts";
import { EducationRows, LanguageRows, WorkRows } from "./row-fields.tsx";
import { SkillField } from "./skill-field.tsx";

type Words = (key: string, values?: Record<string, string>) => string;

const texts = <K extends string>(t: Words, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<K, string>;

async function words(namespace: string): Promise<{
  t: Words;
  options: (list: string, values: readonly string[]) => { value: string; label: string }[];
  choose: string;
}> {
  const t = (await getTranslations(namespace)) as unknown as Words;
  const terms = (await getTranslations("terms")) as unknown as Words;
  const form = (await getTranslations("talents.form")) as unknown as Words;
  return {
    t,
    options: (list, values) => values.map((value) => ({ value, label: terms(`${list}.${value}`) })),
    choose: form("choose"),
  };
}

async function AboutFields({ team }: { team: boolean }) {
  const { t, options, choose } = await words("talents.about");
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          name="nameZh"
          label={t(team ? "teamZh" : "nameZh")}
          help={t("nameHelp")}
          lang="zh"
          maxLength={60}
          optional
          autoComplete={team ? "off" : "name"}
        />
        <TextField
          name="nameEn"
          label={t(team ? "teamEn" : "nameEn")}
          lang="en"
          maxLength={80}
          optional
          autoComplete="off"
          className="sm:flex sm:flex-col sm:justify-end"
        />
      </div>
      <TextField name="headline" label={t("headline")} help={t("headlineHelp")} maxLength={120} />
      <TextArea name="summary" label={t("summary")} help={t("summaryHelp")} rows={6} optional />
      <SelectField name="base" label={t("base")} options={options("bases", BASES)} empty={choose} />
      <ChoiceField
        name="pathway"
        label={t("pathway")}
        help={t("pathwayHelp")}
        options={options("pathways", PATHWAYS)}
        optional={team}
      />
    </>
  );
}

async function WorkFields() {
  const { t } = await words("talents.work");
  const keys = [
    "add",
    "remove",
    "jobTitle",
    "organisation",
    "organisationHelp",
    "industry",
    "from",
    "to",
    "toHelp",
    "description",
  ] as const;
  return (
    <>
      <p className="mb-4 text-slate">{t("lead")}</p>
      <WorkRows texts={{ ...texts(t, keys), row: t("row", { number: "#" }) }} />
      <TextArea name="outputs" label={t("outputs")} help={t("outputsHelp")} rows={4} optional />
    </>
  );
}

async function EducationFields() {
  const { t, options, choose } = await words("talents.education");
  const keys = ["add", "remove", "level", "discipline", "institution", "year", "yearHelp"] as const;
  return (
    <EducationRows
      texts={{ ...texts(t, keys), choose, row: t("row", { number: "#" }) }}
      levels={options("education", EDUCATION_LEVELS)}
    />
  );
}

async function SkillsFields() {
  const { t, options, choose } = await words("talents.skills");
  return (
    <>
      <SkillField
        name="skills"
        texts={{
          label: t("skills"),
          help: t("skillsHelp"),
          remove: t("remove", { skill: "#" }),
          suggestions: t("suggestions"),
        }}
      />
      <TextArea
        name="qualifications"
        label={t("qualifications")}
        help={t("qualificationsHelp")}
        rows={3}
        optional
      />
      <FieldGroup legend={t("languages")}>
        <LanguageRows
          texts={{
            add: t("add"),
            remove: t("removeLanguage"),
            row: t("row", { number: "#" }),
            language: t("language"),
            level: t("level"),
            choose,
          }}
          codes={options("languages", LANGUAGE_CODES)}
          levels={options("levels", LANGUAGE_LEVELS)}
        />
      </FieldGroup>
    </>
  );
}

async function TermsFields() {
  const { t, options, choose } = await words("talents.terms");
  return (
    <>
      <ChoiceField
        name="intentions"
        label={t("intentions")}
        options={options("intentions", INTENTIONS)}
        multiple
        columns
      />
      <ChoiceField name="direction" label={t("direction")} options={options("directions", DIRECTIONS)} />
      <ChoiceField
        name="industries"
        label={t("industries")}
        options={options("chains", CHAINS)}
        multiple
        columns
        optional
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          name="availableFrom"
          label={t("availableFrom")}
          type="date"
          className="sm:flex sm:flex-col sm:justify-end"
        />
        <TextField name="daysPerMonth" label={t("days")} help={t("daysHelp")} inputMode="numeric" optional />
      </div>
      <FieldGroup legend={t("pay")}>
        <p className="mb-3 text-sm text-slate">{t("payHelp")}</p>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
          <TextField name="payMin" label={t("payMin")} inputMode="numeric" />
          <TextField name="payMax" label={t("payMax")} inputMode="numeric" />
          <SelectField
            name="payCurrency"
            label={t("currency")}
            options={options("currencies", CURRENCIES)}
            empty={choose}
          />
          <SelectField
            name="payPeriod"
            label={t("period")}
            options={options("periods", PAY_PERIODS)}
            empty={choose}
          />
        </div>
      </FieldGroup>
      <p className="mb-5 text-sm text-slate">{t("familyNote")}</p>
    </>
  );
}

async function ContactFields() {
  const { t } = await words("talents.contact");
  return (
    <>
      <p className="mb-4 text-slate">{t("lead")}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField name="email" label={t("email")} type="email" autoComplete="email" />
        <TextField name="phone" label={t("phone")} type="tel" autoComplete="tel" optional />
        <TextField name="wechat" label={t("wechat")} maxLength={40} autoComplete="off" optional />
        <TextField name="whatsapp" label={t("whatsapp")} type="tel" autoComplete="off" optional />
      </div>
      <FieldGroup legend={t("visibility")}>
        <CheckField name="matchable" label={t("matchable")} help={t("matchableHelp")} />
        <CheckField name="alerts" label={t("alerts")} />
        <TextArea name="blockedEmployers" label={t("blocked")} help={t("blockedHelp")} rows={3} optional />
      </FieldGroup>
    </>
  );
}

/** The fields of one step. */
export function StepFields({ section, team }: { section: Section; team: boolean }) {
  switch (section) {
    case "about":
      return <AboutFields team={team} />;
    case "work":
      return <WorkFields />;
    case "education":
      return <EducationFields />;
    case "skills":
      return <SkillsFields />;
    case "terms":
      return <TermsFields />;
    case "contact":
      return <ContactFields />;
  }
}
