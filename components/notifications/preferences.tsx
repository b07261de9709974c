import { getTranslations } from "next-intl/server";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { choosePreferencesAction } from "#lib/notifications/actions.ts";
import { listPreferences, type PreferenceRow } from "#lib/notifications/queries.ts";
import { PACES } from "#lib/notifications/schema.ts";

/** How somebody wants to be told of each kind that concerns their role. */
export async function PreferencesCard({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations("notifications.settings");
  const rows = await listPreferences(viewer);
  return (
    <Card id="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title" className="text-xl">
        {t("title")}
      </h2>
      <p className="mt-1 mb-4 text-slate">{t("lead")}</p>
      <ActionForm
        id="notifications"
        action={choosePreferencesAction}
        values={{ stored: JSON.stringify(rows) }}
        doneMessage={t("saved")}
      >
        <ul className="mb-5 divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <Row key={row.kind} row={row} />
          ))}
        </ul>
        <SubmitButton tone="plain">{t("save")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

async function Row({ row }: { row: PreferenceRow }) {
  const t = await getTranslations("notifications");
  const name = t(`kinds.${row.group}`);
  return (
    <li>
      <fieldset className="py-3">
        <legend className="float-left mb-1 w-full font-semibold">{name}</legend>
        {row.fixed ? (
          <p className="clear-both text-sm text-slate">{t("settings.fixed")}</p>
        ) : (
          <div className="clear-both flex flex-wrap items-center gap-x-6 gap-y-1">
            <label className="flex min-h-11 items-center gap-2.5">
              <input
                type="checkbox"
                name={`choices.${row.kind}.inApp`}
                defaultChecked={row.inApp}
                className="size-5 shrink-0 accent-sea-fill"
              />
              {t("settings.inApp")}
            </label>
            <label className="flex min-h-11 items-center gap-2.5">
              {t("settings.mail")}
              <select
                name={`choices.${row.kind}.mail`}
                defaultValue={row.mail}
                className="min-h-11 rounded-md border border-field bg-paper px-2"
              >
                {PACES.map((pace) => (
                  <option key={pace} value={pace}>
                    {t(`settings.pace.${pace}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </fieldset>
    </li>
  );
}
