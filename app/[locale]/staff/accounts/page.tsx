import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { getFormat } from "#components/ui/get-format.ts";
import { Card, PageHeader, Tag } from "#components/ui/surface.tsx";
import {
  disableAccountAction,
  enableAccountAction,
  inviteStaffAction,
  revokeSessionsAction,
} from "#lib/accounts/actions.ts";
import { listStaff } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { OFFICES } from "#lib/terms/terms.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.staff");
  return { title: t("title") };
}

export default async function StaffAccountsPage() {
  const viewer = await pageViewer("/staff/accounts");
  const t = await getTranslations("accounts");
  const terms = await getTranslations("terms");
  const format = await getFormat();
  const accounts = await listStaff(viewer);
  return (
    <>
      <PageHeader title={t("staff.title")} lead={t("staff.lead")} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <Card>
          <ul className="divide-y divide-line">
            {accounts.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-4">
                <div className="min-w-0">
                  <p className="font-semibold">
                    {one.displayName}{" "}
                    <Tag tone={one.disabled ? "bad" : "ok"}>
                      {one.disabled ? t("staff.disabled") : t("staff.active")}
                    </Tag>
                  </p>
                  <p className="text-sm text-slate [overflow-wrap:anywhere]">{one.email}</p>
                  <p className="text-sm text-mute">
                    {terms(`roles.${one.role}`)}
                    {one.office && ` · ${terms(`offices.${one.office}`)}`} ·{" "}
                    {one.lastSeenAt
                      ? format.dateTime(one.lastSeenAt, { dateStyle: "medium", timeStyle: "short" })
                      : t("staff.never")}
                  </p>
                </div>
                {one.id !== viewer.accountId && (
                  <div className="flex flex-wrap gap-2">
                    <ActionForm id={`sessions-${one.id}`} action={revokeSessionsAction}>
                      <input type="hidden" name="accountId" value={one.id} />
                      <SubmitButton tone="plain">{t("staff.endSessions")}</SubmitButton>
                    </ActionForm>
                    <ActionForm
                      id={`access-${one.id}`}
                      action={one.disabled ? enableAccountAction : disableAccountAction}
                    >
                      <input type="hidden" name="accountId" value={one.id} />
                      <SubmitButton tone={one.disabled ? "plain" : "danger"}>
                        {one.disabled ? t("staff.enable") : t("staff.disable")}
                      </SubmitButton>
                    </ActionForm>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card>
          <h2 className="mb-4 text-xl">{t("staff.invite")}</h2>
          <ActionForm id="invite" action={inviteStaffAction}>
            <TextField name="email" label={t("signIn.email")} type="email" autoComplete="off" />
            <SelectField
              name="office"
              label={t("staff.office")}
              options={OFFICES.map((value) => ({ value, label: terms(`offices.${value}`) }))}
            />
            <SelectField
              name="role"
              label={t("staff.role")}
              options={(["OFFICER", "ADMIN"] as const).map((value) => ({
                value,
                label: terms(`roles.${value}`),
              }))}
            />
            <SubmitButton>{t("staff.send")}</SubmitButton>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
