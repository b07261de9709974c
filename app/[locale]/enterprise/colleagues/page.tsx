import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { getFormat } from "#components/ui/get-format.ts";
import { Card, PageHeader, Tag } from "#components/ui/surface.tsx";
import { inviteColleagueAction, removeColleagueAction } from "#lib/accounts/actions.ts";
import { listColleagues } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.colleagues");
  return { title: t("title") };
}

export default async function ColleaguesPage() {
  const viewer = await pageViewer("/enterprise/colleagues");
  const t = await getTranslations("accounts");
  const format = await getFormat();
  const colleagues = await listColleagues(viewer);
  return (
    <>
      <PageHeader title={t("colleagues.title")} lead={t("colleagues.lead")} />
      <div className="grid max-w-3xl gap-5">
        <Card>
          <ul className="divide-y divide-line">
            {colleagues.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="min-w-0">
                  <p className="font-semibold">{one.displayName}</p>
                  <p className="text-sm text-slate [overflow-wrap:anywhere]">{one.email}</p>
                  <p className="text-sm text-mute">
                    {one.lastSeenAt
                      ? format.dateTime(one.lastSeenAt, { dateStyle: "medium", timeStyle: "short" })
                      : t("staff.never")}
                  </p>
                </div>
                {one.id === viewer.accountId ? (
                  <Tag tone="sea">{t("colleagues.you")}</Tag>
                ) : (
                  <ActionForm id={`remove-${one.id}`} action={removeColleagueAction}>
                    <input type="hidden" name="accountId" value={one.id} />
                    <SubmitButton tone="danger">{t("colleagues.remove")}</SubmitButton>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card>
          <h2 className="mb-4 text-xl">{t("staff.invite")}</h2>
          <ActionForm id="invite" action={inviteColleagueAction}>
            <TextField name="email" label={t("signIn.email")} type="email" autoComplete="off" />
            <SubmitButton>{t("staff.send")}</SubmitButton>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
