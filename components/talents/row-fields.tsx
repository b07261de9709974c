"use client";

import { type Option, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { Repeater } from "#components/ui/repeater.tsx";

/** Texts of a repeated group, translated by the page. `row` holds `#` where the number stands. */
export type RowTexts = { add: string; remove: string; row: string };

const label = (texts: RowTexts) => (index: number) => texts.row.replace("#", String(index + 1));

type WorkTexts = RowTexts &
  Record<
    "jobTitle" | "organisation" | "organisationHelp" | "industry" | "from" | "to" | "toHelp" | "description",
    string
  >;

export function WorkRows({ texts }: { texts: WorkTexts }) {
  return (
    <Repeater name="experience" add={texts.add} remove={texts.remove} rowLabel={label(texts)}>
      {(row) => (
        <>
          <TextField name={`${row}.title`} label={texts.jobTitle} maxLength={120} />
          <TextField
            name={`${row}.organisation`}
            label={texts.organisation}
            help={texts.organisationHelp}
            maxLength={160}
            optional
          />
          <div className="grid gap-x-4 sm:grid-cols-2">
            <TextField name={`${row}.from`} label={texts.from} type="month" placeholder="2021-09" />
            <TextField
              name={`${row}.to`}
              label={texts.to}
              help={texts.toHelp}
              type="month"
              placeholder="2024-06"
            />
          </div>
          <TextField name={`${row}.industry`} label={texts.industry} maxLength={80} optional />
          <TextArea
            name={`${row}.description`}
            label={texts.description}
            rows={4}
            optional
            className="mb-1"
          />
        </>
      )}
    </Repeater>
  );
}

type EducationTexts = RowTexts &
  Record<"level" | "discipline" | "institution" | "year" | "yearHelp" | "choose", string>;

export function EducationRows({ texts, levels }: { texts: EducationTexts; levels: Option[] }) {
  return (
    <Repeater name="education" add={texts.add} remove={texts.remove} rowLabel={label(texts)} maximum={12}>
      {(row) => (
        <>
          <SelectField name={`${row}.level`} label={texts.level} options={levels} empty={texts.choose} />
          <TextField name={`${row}.discipline`} label={texts.discipline} maxLength={120} optional />
          <TextField name={`${row}.institution`} label={texts.institution} maxLength={160} optional />
          <TextField
            name={`${row}.year`}
            label={texts.year}
            help={texts.yearHelp}
            inputMode="numeric"
            className="mb-1"
            optional
          />
        </>
      )}
    </Repeater>
  );
}

type LanguageTexts = RowTexts & Record<"language" | "level" | "choose", string>;

export function LanguageRows({
  texts,
  codes,
  levels,
}: {
  texts: LanguageTexts;
  codes: Option[];
  levels: Option[];
}) {
  return (
    <Repeater
      name="languages"
      add={texts.add}
      remove={texts.remove}
      rowLabel={label(texts)}
      minimum={1}
      maximum={8}
    >
      {(row) => (
        <div className="grid gap-x-4 sm:grid-cols-2">
          <SelectField
            name={`${row}.code`}
            label={texts.language}
            options={codes}
            empty={texts.choose}
            className="mb-3"
          />
          <SelectField
            name={`${row}.level`}
            label={texts.level}
            options={levels}
            empty={texts.choose}
            className="mb-1"
          />
        </div>
      )}
    </Repeater>
  );
}
