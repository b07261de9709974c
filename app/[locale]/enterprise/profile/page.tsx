import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnterpriseFields } from "#components/enterprises/enterprise-fields.tsx";
import { EnterpriseNotice, EnterpriseStatusTag } from "#components/enterprises/enterprise-status.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { Card, Facts, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { updateEnterpriseAction } from "#lib/enterprises/actions.ts";
import { EDITABLE, locksIdentity } from "#lib/enterprises/policy.ts";
import { getOwnEnterprise } from "#lib/enterprises/queries.ts";
import type { OwnEnterprise } from "#lib/enterprises/schema.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enterprises.profile");
  return { title: t("title") };
}

export default async function EnterpriseProfilePage({ searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/profile");
  const [enterprise, query, t] = await Promise.all([
    getOwnEnterprise(viewer),
    searchParams,
    getTranslations("enterprises"),
  ]);
  const locked = locksIdentity(enterprise.status);
  return (
    <>
      <PageHeader
        title={t("profile.title")}
        lead={t("profile.lead")}
        actions={
          <ButtonLink href="/enterprise/colleagues" tone="plain">
            {t("profile.colleagues")}
          </ButtonLink>
        }
      />
      <div className="grid max-w-3xl gap-5">
        {query.saved && (
          <Notice tone="ok" live>
            {t("profile.saved")}
          </Notice>
        )}
        <EnterpriseNotice enterprise={enterprise} />
        <Registration enterprise={enterprise} locked={locked} />
        {EDITABLE.includes(enterprise.status) && (
          <Card aria-labelledby="details">
            <h2 id="details" className="mb-4 text-xl">
              {t("profile.edit")}
            </h2>
            <Messages only={["enterprises", "terms"]}>
              <ActionForm id="enterprise" action={updateEnterpriseAction} values={valuesOf(enterprise)}>
                <input type="hidden" name="version" value={enterprise.version} />
                <EnterpriseFields locked={locked} />
                <SubmitButton>
                  {t(enterprise.status === "CHANGES_REQUESTED" ? "profile.resubmit" : "profile.save")}
                </SubmitButton>
              </ActionForm>
            </Messages>
          </Card>
        )}
      </div>
    </>
  );
}

async function Registration({ enterprise, locked }: { enterprise: OwnEnterprise; locked: boolean }) {
  const [t, terms] = await Promise.all([getTranslations("enterprises"), getTranslations("terms")]);
  return (
    <Card bridge>
      <Facts
        items={[
          { term: t("fields.name"), value: <strong>{enterprise.name}</strong> },
          { term: t("profile.status"), value: <EnterpriseStatusTag status={enterprise.status} /> },
          {
            term: t("fields.licence"),
            value: <span className="tabular-nums">{enterprise.licenceNumber}</span>,
          },
          { term: t("fields.district"), value: terms(`districts.${enterprise.district}`) },
          { term: t("profile.since"), value: <DateText value={enterprise.submittedAt} /> },
          ...(enterprise.verifiedAt
            ? [{ term: t("profile.verifiedOn"), value: <DateText value={enterprise.verifiedAt} /> }]
            : []),
        ]}
      />
      {locked && <p className="mt-4 text-sm text-slate">{t("profile.locked")}</p>}
    </Card>
  );
}

const valuesOf = (enterprise: OwnEnterprise) => ({
  name: enterprise.name,
  nameEn: enterprise.nameEn ?? "",
  licenceNumber: enterprise.licenceNumber,
  district: enterprise.district,
  chain: enterprise.chain,
  ...(enterprise.ftz ? { ftz: "on" } : {}),
  website: enterprise.website ?? "",
  about: enterprise.about,
  contactName: enterprise.contactName,
  contactPhone: enterprise.contactPhone,
});
