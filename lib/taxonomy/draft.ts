import { formToObject } from "#lib/forms.ts";
import { toHongKong } from "./scripts.ts";

/** The form as it was typed, with a first draft of the traditional name in it. Nothing is saved. */
export const drafted = (form: FormData, hans: string, t: (key: string) => string) => ({
  values: { ...formToObject(form), hant: toHongKong(hans) },
  message: t("form.hantDrafted"),
});
