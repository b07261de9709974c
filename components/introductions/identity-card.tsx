import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "#components/ui/button.tsx";
import { Card, Facts } from "#components/ui/surface.tsx";
import type { CandidateIdentity } from "#lib/introductions/schema.ts";

const link = "inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4";

/** Name and contact once both have accepted, while the consents hold. */
export async function IdentityCard({ identity }: { identity: CandidateIdentity }) {
  const t = await getTranslations("introductions.identity");
  const names = [identity.nameZh, identity.nameEn].filter(Boolean).join(" · ");
  const items = [
    identity.email && {
      term: t("email"),
      value: (
        <a href={`mailto:${identity.email}`} className={link}>
          {identity.email}
        </a>
      ),
    },
    identity.phone && {
      term: t("phone"),
      value: (
        <a href={`tel:${identity.phone.replace(/[^+\d]/g, "")}`} className={link}>
          {identity.phone}
        </a>
      ),
    },
    identity.wechat && { term: t("wechat"), value: identity.wechat },
    identity.whatsapp && { term: t("whatsapp"), value: identity.whatsapp },
    {
      term: t("cv"),
      value:
        identity.cvs.length === 0
          ? t("noCv")
          : identity.cvs.map((cv) => (
              // a plain link: a file is not a page
              <a
                key={cv.id}
                href={`/api/documents/${cv.id}`}
                download
                className={buttonClass("plain", "mb-2")}
              >
                <Download aria-hidden className="size-4.5" />
                {t("download", { name: cv.filename })}
              </a>
            )),
    },
  ].filter(Boolean) as Parameters<typeof Facts>[0]["items"];
  return (
    <Card bridge>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-2 mb-4 text-2xl font-semibold">{names || t("name")}</p>
      <Facts items={items} />
      <p className="mt-4 text-sm text-slate">{t("use")}</p>
    </Card>
  );
}
