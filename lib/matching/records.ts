import { needFields, talentFields } from "./fields.ts";
import type { NeedInput, TalentInput } from "./types.ts";

/** The compared text of a record, for corpus statistics. */
export function corpusText(record: TalentInput | NeedInput): string {
  const asTalent = talentFields(record as TalentInput, 0).map((field) => field.text);
  const asNeed = needFields(record as NeedInput).map((field) => field.text);
  return [...new Set([...asTalent, ...asNeed])].join("\n");
}
