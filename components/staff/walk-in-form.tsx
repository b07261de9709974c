import { useTranslations } from "next-intl";
import { EducationRows, LanguageRows, WorkRows } from "#components/talents/row-fields.tsx";
import { ChoiceField, FieldGroup, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/surface.tsx";
import { CONSENT_TEXT_VERSION } from "#lib/consents/schema.ts";
import { LOCALES, langTag } from "#lib/i18n/locales.ts";
import { enterWalkInAction } from "#lib/talents/actions.ts";
import { CONSENT_CHANNELS } from "#lib/talents/schema.ts";
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

const two = "grid gap-x-4 sm:grid-cols-2";

function useOptions() {
  const terms = useTranslations("terms");
  return (list: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: terms(`${list}.${value}`) }));
}

/** A whole profile on one page, as staff take it down for somebody, and how that person consented. */
export function WalkInForm({ locale }: { locale: string }) {
  const t = useTranslations("staff.walkIn");
  return (
    <ActionForm id="walk-in" action={enterWalkInAction} values={{ kind: "individual", locale }}>
      <Who />
      <FieldGroup legend={t("background")}>
        <Background />
      </FieldGroup>
      <FieldGroup legend={t("wishes")}>
        <Wishes />
      </FieldGroup>
      <FieldGroup legend={t("consent")}>
        <Consent />
      </FieldGroup>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

function Who() {
  const t = useTranslations("staff.walkIn");
  const labels = useTranslations("staff.talents");
  const terms = useTranslations("terms");
  const options = useOptions();
  return (
    <FieldGroup legend={t("who")}>
      <div className={two}>
        <SelectField
          name="kind"
          label={t("kind")}
          options={(["individual", "team"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SelectField
          name="locale"
          label={t("locale")}
          options={LOCALES.map((value) => ({
            value,
            label: terms(`locales.${value}`),
            lang: langTag(value),
          }))}
        />
        <TextField
          name="nameZh"
          label={labels("nameZh")}
          lang="zh"
          maxLength={60}
          autoComplete="off"
          optional
        />
        <TextField
          name="nameEn"
          label={labels("nameEn")}
          lang="en"
          maxLength={80}
          autoComplete="off"
          optional
        />
        <TextField name="email" type="email" label={labels("email")} autoComplete="off" optional />
        <TextField name="phone" type="tel" label={labels("phone")} autoComplete="off" optional />
        <TextField name="wechat" label={labels("wechat")} maxLength={40} autoComplete="off" optional />
        <TextField name="whatsapp" type="tel" label={labels("whatsapp")} autoComplete="off" optional />
      </div>
      <p className="mb-5 text-sm text-slate">{t("contactHelp")}</p>
      <div className={two}>
        <SelectField
          name="base"
          label={labels("base")}
          options={options("bases", BASES)}
          empty={t("empty")}
        />
        <SelectField
          name="pathway"
          label={labels("pathway")}
          options={options("pathways", PATHWAYS)}
          empty={t("empty")}
        />
      </div>
      <TextField name="headline" label={t("headline")} help={t("headlineHelp")} maxLength={120} />
      <TextArea name="summary" label={t("summary")} rows={3} maxLength={2000} optional />
    </FieldGroup>
  );
}

function Background() {
  const t = useTranslations("staff.walkIn");
  const labels = useTranslations("staff.talents");
  const options = useOptions();
  const remove = t("remove");
  return (
    <>
      <WorkRows
        texts={{
          add: t("addJob"),
          remove,
          row: t("job", { number: "#" }),
          jobTitle: t("jobTitle"),
          organisation: t("organisation"),
          organisationHelp: "",
          industry: t("industry"),
          from: t("from"),
          to: t("to"),
          toHelp: "",
          description: t("description"),
        }}
      />
      <EducationRows
        texts={{
          add: t("addDegree"),
          remove,
          row: t("degree", { number: "#" }),
          level: t("level"),
          discipline: t("discipline"),
          institution: t("institution"),
          year: t("year"),
          yearHelp: "",
          choose: t("empty"),
        }}
        levels={options("education", EDUCATION_LEVELS)}
      />
      <div className={two}>
        <TextArea name="skills" label={labels("skills")} help={t("skillsHelp")} rows={5} />
        <TextArea
          name="qualifications"
          label={labels("qualifications")}
          help={t("skillsHelp")}
          rows={5}
          optional
        />
      </div>
      <TextArea name="outputs" label={labels("outputs")} help={t("skillsHelp")} rows={3} optional />
      <LanguageRows
        texts={{
          add: t("addLanguage"),
          remove,
          row: t("language", { number: "#" }),
          language: t("languageName"),
          level: t("languageLevel"),
          choose: t("empty"),
        }}
        codes={options("languages", LANGUAGE_CODES)}
        levels={options("levels", LANGUAGE_LEVELS)}
      />
    </>
  );
}

function Wishes() {
  const t = useTranslations("staff.walkIn");
  const labels = useTranslations("staff.talents");
  const options = useOptions();
  return (
    <>
      <ChoiceField
        name="intentions"
        label={labels("intentions")}
        options={options("intentions", INTENTIONS)}
        multiple
        columns
      />
      <ChoiceField name="direction" label={labels("direction")} options={options("directions", DIRECTIONS)} />
      <ChoiceField
        name="industries"
        label={labels("industries")}
        options={options("chains", CHAINS)}
        multiple
        columns
        optional
      />
      <div className={two}>
        <TextField name="availableFrom" type="date" label={labels("available")} />
        <TextField name="daysPerMonth" inputMode="numeric" label={labels("days")} optional />
      </div>
      <div className="grid grid-cols-2 items-end gap-x-4 sm:grid-cols-4">
        <TextField name="payMin" inputMode="numeric" label={t("payMin")} optional />
        <TextField name="payMax" inputMode="numeric" label={t("payMax")} optional />
        <SelectField
          name="payCurrency"
          label={t("currency")}
          options={options("currencies", CURRENCIES)}
          empty={t("empty")}
        />
        <SelectField
          name="payPeriod"
          label={t("period")}
          options={options("periods", PAY_PERIODS)}
          empty={t("empty")}
        />
      </div>
    </>
  );
}

function Consent() {
  const t = useTranslations("staff.walkIn");
  const channels = useTranslations("staff.talents.channels");
  const texts = useTranslations(`consents.texts.${CONSENT_TEXT_VERSION}.MATCHING`);
  return (
    <>
      <div className="mb-4 grid gap-3">
        <Notice tone="sea">{t("consentText")}</Notice>
        <p className="border-l-2 border-line pl-4 whitespace-pre-line text-slate">{texts("text")}</p>
      </div>
      <ChoiceField
        name="consentChannel"
        label={t("channel")}
        options={CONSENT_CHANNELS.map((value) => ({ value, label: channels(value) }))}
      />
      <TextArea name="consentNote" label={t("consentNote")} rows={3} maxLength={500} />
    </>
  );
}
