import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import type { Query } from "#components/ui/query.ts";
import { RECORD_TYPES } from "#lib/audit/queries.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { OFFICES } from "#lib/terms/terms.ts";

type Option = { value: string; label: string };
const box = "mt-1 block min-h-11 w-full rounded-md border border-field bg-paper px-3 font-normal";

/** The labels of all actions, in the reader's language, in alphabetical order of the record they are about. */
function actionOptions(
  tree: Record<string, Record<string, string>>,
  type: (name: string) => string,
): Option[] {
  return Object.entries(tree).flatMap(([record, actions]) =>
    Object.entries(actions).map(([name, label]) => ({
      value: `${record}.${name}`,
      label: `${type(record)}: ${label}`,
    })),
  );
}

/** Who, from where, what, on which record, when: a plain form whose choices stand in the address. */
export async function AuditFilterForm({
  action,
  query,
  actors,
}: {
  action: string;
  query: Query;
  actors: { id: string; name: string }[];
}) {
  const t = await getTranslations("staff.audit");
  const any = (await getTranslations("staff.common"))("any");
  const terms = await getTranslations("terms");
  const audit = await getTranslations("audit");
  const known = actors.map(({ id, name }) => ({ value: id, label: name }));
  const stranger = query.actor && !actors.some(({ id }) => id === query.actor);
  const selects: [name: string, label: string, options: Option[]][] = [
    ["actor", t("actor"), stranger ? [...known, { value: query.actor!, label: query.actor! }] : known],
    ["office", t("office"), OFFICES.map((value) => ({ value, label: terms(`offices.${value}`) }))],
    ["type", t("type"), RECORD_TYPES.map((value) => ({ value, label: audit(`types.${value}`) }))],
    ["action", t("action"), actionOptions(audit.raw("actions"), (name) => audit(`types.${name}`))],
  ];
  return (
    <form action={action} className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {selects.map(([name, label, options]) => (
        <label key={name} className="min-w-0 font-semibold">
          {label}
          <select key={query[name]} name={name} defaultValue={query[name] ?? ""} className={box}>
            <option value="">{any}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="font-semibold sm:col-span-2 lg:col-span-1">
        {t("record")}
        <input
          key={query.record}
          name="record"
          defaultValue={query.record}
          placeholder="T-7QK3MX"
          aria-describedby="record-help"
          maxLength={80}
          className={cx(box, "placeholder:text-mute")}
        />
        <span id="record-help" className="text-sm font-normal text-slate">
          {t("recordHelp")}
        </span>
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="font-semibold">
          {t(name)}
          <input key={query[name]} type="date" name={name} defaultValue={query[name]} className={box} />
        </label>
      ))}
      <div className="flex items-start gap-3 pt-7">
        <Button type="submit">{t("filter")}</Button>
        <Link href="/staff/audit" className="inline-flex min-h-11 items-center text-sea-700">
          {t("clear")}
        </Link>
      </div>
    </form>
  );
}
