"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { Repeater } from "#components/ui/repeater.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { NeedType } from "#lib/needs/schema.ts";
import {
  CHAINS,
  DISTRICTS,
  EDUCATION_LEVELS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  NEED_DIRECTIONS,
} from "#lib/terms/terms.ts";
import { LineRows } from "./line-rows.tsx";
import { DUTIES_OF, MODES_OF } from "./need-types.ts";
import { PayFields } from "./pay-fields.tsx";

type SectionProps = { type: NeedType };

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <h2 className="mb-5 text-xl">{title}</h2>
      {children}
    </Card>
  );
}

/** `locked`: once open, title and direction stay as they were checked. */
export function WhatSection({ type, locked }: SectionProps & { locked: boolean }) {
  const t = useTranslations("needs.form");
  const terms = useTranslations("terms");
  const challenge = type === "challenge";
  return (
    <Section title={t("what")}>
      <TextField name="title" label={t("title")} help={t("titleHelp")} maxLength={120} readOnly={locked} />
      <TextArea
        name="description"
        label={t(challenge ? "problem" : "description")}
        help={t(challenge ? "problemHelp" : "descriptionHelp")}
        rows={7}
      />
      <LineRows name="duties" label={t(DUTIES_OF[type])} optional />
      {!locked && (
        <ChoiceField
          name="direction"
          label={t("direction")}
          help={t("directionHelp")}
          options={NEED_DIRECTIONS.map((value) => ({ value, label: terms(`directions.${value}`) }))}
          columns
        />
      )}
      <div className="grid items-end gap-x-5 sm:grid-cols-2">
        <SelectField
          name="chain"
          label={t("chain")}
          empty={t("choose")}
          options={CHAINS.map((value) => ({ value, label: terms(`chains.${value}`) }))}
        />
        <TextField name="chainText" label={t("chainText")} help={t("chainTextHelp")} optional />
        <SelectField
          name="district"
          label={t("district")}
          empty={t("choose")}
          options={DISTRICTS.map((value) => ({ value, label: terms(`districts.${value}`) }))}
        />
      </div>
      <CheckField name="ftz" label={t("ftz")} />
    </Section>
  );
}

export function AsksSection({ type }: SectionProps) {
  const t = useTranslations("needs.form");
  const terms = useTranslations("terms");
  return (
    <Section title={t("asks")}>
      <LineRows name="mustHave" label={t("mustHave")} help={t("mustHaveHelp")} lines={3} suggest />
      <LineRows
        name="preferred"
        label={t("preferred")}
        help={t("preferredHelp")}
        lines={2}
        suggest
        optional
      />
      <div className="grid gap-x-5 sm:grid-cols-2">
        <SelectField
          name="educationMin"
          label={t("education")}
          empty={t("any")}
          options={EDUCATION_LEVELS.map((value) => ({ value, label: terms(`education.${value}`) }))}
        />
        {type !== "internship" && (
          <TextField name="experienceYearsMin" label={t("experience")} inputMode="numeric" optional />
        )}
      </div>
      <LineRows name="disciplines" label={t("disciplines")} optional suggest />
      <h3 className="font-semibold">{t("languages")}</h3>
      <Repeater
        name="languages"
        add={t("addLanguage")}
        remove={t("remove")}
        rowLabel={(index) => t("languageRow", { number: index + 1 })}
        maximum={LANGUAGE_CODES.length}
      >
        {(prefix) => (
          <div className="grid items-end gap-x-5 sm:grid-cols-3">
            <SelectField
              name={`${prefix}.code`}
              label={t("language")}
              empty={t("choose")}
              options={LANGUAGE_CODES.map((value) => ({ value, label: terms(`languages.${value}`) }))}
            />
            <SelectField
              name={`${prefix}.level`}
              label={t("level")}
              empty={t("choose")}
              options={LANGUAGE_LEVELS.map((value) => ({ value, label: terms(`levels.${value}`) }))}
            />
            <CheckField name={`${prefix}.required`} label={t("required")} />
          </div>
        )}
      </Repeater>
      <LineRows
        name="qualificationsRequired"
        label={t("qualifications")}
        help={t("qualificationsHelp")}
        optional
        suggest
      />
    </Section>
  );
}

export function OffersSection({ type }: SectionProps) {
  const t = useTranslations("needs.form");
  const terms = useTranslations("terms");
  const modes = MODES_OF[type];
  return (
    <Section title={t("offers")}>
      {modes.length === 1 ? (
        <input type="hidden" name="modes[]" value={modes[0]} />
      ) : (
        <ChoiceField
          name="modes"
          label={t("modes")}
          multiple
          columns
          options={modes.map((value) => ({ value, label: terms(`modes.${value}`) }))}
        />
      )}
      {type === "expert" && <TextField name="daysPerMonth" label={t("days")} inputMode="numeric" optional />}
      <PayFields type={type} />
      {type !== "challenge" && <CheckField name="housing" label={t("housing")} />}
      {type === "job" && <CheckField name="relocation" label={t("relocation")} />}
      <div className="grid gap-x-5 sm:grid-cols-3">
        <TextField
          name="headcount"
          label={t(type === "challenge" ? "headcountTeams" : "headcount")}
          inputMode="numeric"
        />
        <TextField name="start" label={t("start")} type="date" optional />
        <TextField name="deadline" label={t("deadline")} type="date" />
      </div>
      <p className="-mt-3 mb-5 text-sm text-slate">{t("deadlineHelp")}</p>
      {type === "challenge" && (
        <TextArea name="ipTerms" label={t("ipTerms")} help={t("ipTermsHelp")} optional />
      )}
    </Section>
  );
}

export function PrivacySection() {
  const t = useTranslations("needs.form");
  return (
    <Section title={t("privacy")}>
      <CheckField name="confidential" label={t("confidential")} help={t("confidentialHelp")} />
      <p className="mb-3 text-sm text-slate">{t("contactHelp")}</p>
      <div className="grid gap-x-5 sm:grid-cols-2">
        <TextField name="contactName" label={t("contactName")} optional />
        <TextField name="contactPhone" label={t("contactPhone")} type="tel" optional />
      </div>
    </Section>
  );
}
