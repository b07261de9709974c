import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NeedForm } from "#components/needs/need-form.tsx";
import { NeedStatusTag } from "#components/needs/need-status.tsx";
import { DiscriminationWarnings } from "#components/needs/warnings.tsx";
import { getFormat } from "#components/ui/get-format.ts";
import { Messages } from "#components/ui/messages.tsx";
import { Notice, PageHeader } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link, redirect } from "#lib/i18n/navigation.ts";
import { discriminationIn } from "#lib/needs/checks.ts";
import { formValues } from "#lib/needs/form-values.ts";
import { findNeedForOwner } from "#lib/needs/queries.ts";
import { needDraftInput } from "#lib/needs/schema.ts";
import { DRAFTING } from "#lib/needs/states.ts";

type Props = {
  params: Promise<{ locale: string; needId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs.actions");
  return { title: t("edit") };
}

export default async function EditNeedPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/needs/[needId]/edit");
  const [{ needId, locale }, query, t, format] = await Promise.all([
    params,
    searchParams,
    getTranslations("needs"),
    getFormat(),
  ]);
  const need = await findNeedForOwner(viewer, needId);
  if (!need) notFound();
  if (!need.can.edit) redirect({ href: `/enterprise/needs/${needId}`, locale });
  const drafting = DRAFTING.includes(need.status);
  const news = (["saved", "cloned"] as const).find((name) => query[name]);
  return (
    <>
      <PageHeader
        crumb={
          <Link href="/enterprise/needs" className="inline-block py-1">
            {t("edit.crumb")}
          </Link>
        }
        title={t.rich("edit.title", {
          title: need.title || t("list.untitled"),
          own: (chunks) => <span lang={need.title ? langTag(need.locale) : undefined}>{chunks}</span>,
        })}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <NeedStatusTag status={need.status} />
            {drafting && <strong className="text-ink">{t("edit.notSubmitted")}</strong>}
            {t("edit.savedAt", {
              time: format.dateTime(need.updatedAt, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </span>
        }
      />
      <div className="mb-5 grid gap-3 empty:hidden">
        {news && drafting && (
          <Notice tone="ok" live>
            {t(`edit.${news}`)}
          </Notice>
        )}
        {need.status === "RETURNED" && (
          <Notice tone="warn" title={t("edit.returned")}>
            <UserText>{need.reviewNote ?? ""}</UserText>
          </Notice>
        )}
        {!drafting && (
          <Notice tone="sea" title={t("edit.openTitle")}>
            {t("edit.openText")}
          </Notice>
        )}
        <DiscriminationWarnings warnings={discriminationIn(need)} />
      </div>
      <Messages only={["needs", "terms"]}>
        <NeedForm
          type={need.type}
          values={formValues(Object.fromEntries(FIELDS.map((field) => [field, need[field]])))}
          need={{ id: need.id, version: need.version, open: !drafting }}
        />
      </Messages>
    </>
  );
}

const FIELDS = Object.keys(needDraftInput.shape) as (keyof typeof needDraftInput.shape)[];
