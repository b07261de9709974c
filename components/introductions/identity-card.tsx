import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "#components/ui/button.tsx";
import { Card, Facts } from "#components/ui/surface.tsx";
import type { Giveable } from "#lib/consents/schema.ts";
import type { Candidate, CandidatePerson } from "#lib/introductions/schema.ts";

const link = "inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4";

type Item = Parameters<typeof Facts>[0]["items"][number];

/** Name, contact and CV once both have accepted: what the person gave, and in plain words what they did not. */
export async function IdentityCard({
  person,
  code,
  categories,
}: Pick<Candidate, "person" | "code" | "categories">) {
  const t = await getTranslations("introductions.identity");
  const { name, contact, cvs } = person;
  const names = [name?.nameZh, name?.nameEn].filter(Boolean).join(" · ");
  const gone = (category: Giveable) =>
    t(
      categories.some((one) => one.category === category && one.standing === "withdrawn")
        ? "withdrawn"
        : "notGiven",
    );
  const ways = contact ? await contactItems(contact) : [{ term: t("contact"), value: gone("contact") }];
  const items: Item[] = [
    ...(ways.length > 0 ? ways : [{ term: t("contact"), value: t("noContact") }]),
    {
      term: t("cv"),
      value: !cvs
        ? gone("cv")
        : cvs.length === 0
          ? t("noCv")
          : cvs.map((cv) => (
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
  ];
  return (
    <Card bridge>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-2 text-2xl font-semibold [overflow-wrap:anywhere]">{names || t("noName", { code })}</p>
      <p className="mb-4 text-slate">
        {!name && `${t("name")}: ${gone("identity")}`} {!contact && t("viaStation")}
      </p>
      <Facts items={items} />
      <p className="mt-4 text-sm text-slate">{t("use")}</p>
    </Card>
  );
}

async function contactItems(contact: NonNullable<CandidatePerson["contact"]>): Promise<Item[]> {
  const t = await getTranslations("introductions.identity");
  const items: (Item | "" | null)[] = [
    contact.email && {
      term: t("email"),
      value: (
        <a href={`mailto:${contact.email}`} className={link}>
          {contact.email}
        </a>
      ),
    },
    contact.phone && {
      term: t("phone"),
      value: (
        <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`} className={link}>
          {contact.phone}
        </a>
      ),
    },
    contact.wechat && { term: t("wechat"), value: contact.wechat },
    contact.whatsapp && { term: t("whatsapp"), value: contact.whatsapp },
  ];
  return items.filter((item): item is Item => Boolean(item));
}
