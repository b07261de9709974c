import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { CalendarFeedCard } from "#components/meetings/feed-card.tsx";
import { PreferencesCard } from "#components/notifications/preferences.tsx";
import { ChoiceField, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import {
  changeEmailAction,
  changeLocaleAction,
  changePasswordAction,
  resendVerificationAction,
  revokeOwnSessionsAction,
} from "#lib/accounts/actions.ts";
import { isEmailVerified } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { LOCALES, langTag } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const viewer = await pageViewer("/settings");
  const t = await getTranslations("accounts");
  const terms = await getTranslations("terms.locales");
  return (
    <WorkspaceShell viewer={viewer}>
      <PageHeader title={t("settings.title")} />
      <div className="grid max-w-2xl gap-5">
        {!(await isEmailVerified(viewer)) && (
          <Notice tone="warn" title={t("verify.banner")}>
            <ActionForm id="resend" action={resendVerificationAction} className="mt-3">
              <SubmitButton tone="plain">{t("verify.again")}</SubmitButton>
            </ActionForm>
          </Notice>
        )}
        <Card>
          <h2 className="mb-3 text-xl">{t("settings.language")}</h2>
          <ActionForm id="language" action={changeLocaleAction} values={{ locale: await getLocale() }}>
            <ChoiceField
              name="locale"
              label={t("settings.language")}
              options={LOCALES.map((value) => ({ value, label: terms(value), lang: langTag(value) }))}
            />
            <SubmitButton tone="plain">{t("settings.saveLanguage")}</SubmitButton>
          </ActionForm>
        </Card>
        <PreferencesCard viewer={viewer} />
        <CalendarFeedCard viewer={viewer} />
        <Card>
          <h2 className="mb-1 text-xl">{t("settings.email")}</h2>
          <p className="mb-4 text-slate">{t("settings.emailNow", { email: viewer.email })}</p>
          <ActionForm id="email" action={changeEmailAction}>
            <TextField name="email" label={t("settings.newEmail")} type="email" autoComplete="email" />
            <TextField
              name="current"
              label={t("settings.current")}
              type="password"
              autoComplete="current-password"
            />
            <SubmitButton tone="plain">{t("settings.saveEmail")}</SubmitButton>
          </ActionForm>
        </Card>
        <Card>
          <h2 className="mb-4 text-xl">{t("settings.password")}</h2>
          <ActionForm id="password" action={changePasswordAction}>
            <TextField
              name="current"
              label={t("settings.current")}
              type="password"
              autoComplete="current-password"
            />
            <TextField
              name="password"
              label={t("settings.newPassword")}
              help={t("reset.help")}
              type="password"
              autoComplete="new-password"
            />
            <SubmitButton tone="plain">{t("settings.savePassword")}</SubmitButton>
          </ActionForm>
        </Card>
        <Card>
          <h2 className="mb-1 text-xl">{t("settings.sessions")}</h2>
          <p className="mb-4 text-slate">{t("settings.sessionsLead")}</p>
          <ActionForm id="sessions" action={revokeOwnSessionsAction}>
            <SubmitButton tone="plain">{t("settings.endSessions")}</SubmitButton>
          </ActionForm>
        </Card>
      </div>
    </WorkspaceShell>
  );
}
