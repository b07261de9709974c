import { getTranslations } from "next-intl/server";
import type { FormState } from "#lib/action-state.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import { ActDialog } from "./dock.tsx";

/** Gives a record to the office that does not hold it, with a note. */
export async function HandOver({
  id,
  action,
  hidden,
  office,
  withOffice = true,
}: {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string | number>;
  /** the office that holds it now */
  office: "HONG_KONG" | "YANTAI";
  /** whether the action wants to be told the other office */
  withOffice?: boolean;
}) {
  const t = await getTranslations("staff.dock");
  const terms = await getTranslations("terms");
  const to = otherOffice(office);
  return (
    <ActDialog
      id={id}
      action={action}
      hidden={withOffice ? { ...hidden, office: to } : hidden}
      field="note"
      trigger={t("handOver")}
      submit={t("handOverTo", { office: terms(`offices.${to}`) })}
      label={t("handOverNote")}
      help={t("handOverHelp")}
    />
  );
}
