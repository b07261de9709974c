import { useTranslations } from "next-intl";
import { Card, Facts } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { EnterpriseForStaff } from "#lib/enterprises/queries.ts";

/** Where each kind of licence can be looked up by hand. */
const REGISTERS = { mainland: "https://www.gsxt.gov.cn", hongkong: "https://www.icris.cr.gov.hk" } as const;

const link = "text-sea-700 underline";

/** Licence and details of an enterprise, as an officer checks them. */
export function EnterpriseFacts({ enterprise }: { enterprise: EnterpriseForStaff }) {
  const t = useTranslations("staff.enterprises");
  const common = useTranslations("staff.common");
  const terms = useTranslations("terms");
  const inHongKong = enterprise.district === "hongkong";
  return (
    <>
      <Card aria-labelledby="licence">
        <h2 id="licence" className="mb-4 text-xl">
          {t("licence")}
        </h2>
        <Facts
          items={[
            {
              term: t("name"),
              value: (
                <UserText as="span" locale={enterprise.locale}>
                  {enterprise.name}
                </UserText>
              ),
            },
            {
              term: t(inHongKong ? "businessRegistration" : "creditCode"),
              value: <span className="font-semibold tabular-nums">{enterprise.licenceNumber}</span>,
            },
            {
              term: "",
              value: (
                <a
                  href={inHongKong ? REGISTERS.hongkong : REGISTERS.mainland}
                  target="_blank"
                  rel="noreferrer"
                  className={link}
                >
                  {t("check")}
                </a>
              ),
            },
          ]}
        />
      </Card>
      <Card aria-labelledby="details">
        <h2 id="details" className="mb-4 text-xl">
          {t("details")}
        </h2>
        <Facts
          items={[
            { term: t("nameEn"), value: enterprise.nameEn ?? common("none") },
            { term: t("chain"), value: terms(`chains.${enterprise.chain}`) },
            { term: t("district"), value: terms(`districts.${enterprise.district}`) },
            { term: t("ftz"), value: common(enterprise.ftz ? "yes" : "no") },
            {
              term: t("website"),
              value: enterprise.website ? (
                <a href={enterprise.website} target="_blank" rel="noreferrer nofollow" className={link}>
                  {enterprise.website}
                </a>
              ) : (
                common("none")
              ),
            },
            { term: t("contact"), value: `${enterprise.contactName}\n${enterprise.contactPhone}` },
            {
              term: t("about"),
              value: enterprise.about ? (
                <UserText locale={enterprise.locale}>{enterprise.about}</UserText>
              ) : (
                common("none")
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
