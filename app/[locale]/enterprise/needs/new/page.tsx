import { Briefcase, CalendarClock, GraduationCap, Lightbulb } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NeedForm } from "#components/needs/need-form.tsx";
import { USUAL_PERIOD } from "#components/needs/need-types.ts";
import { Messages } from "#components/ui/messages.tsx";
import { Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getOwnEnterprise } from "#lib/enterprises/queries.ts";
import type { OwnEnterprise } from "#lib/enterprises/schema.ts";
import type { RawValues } from "#lib/form-values.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { NeedType } from "#lib/needs/schema.ts";
import { NEED_TYPES } from "#lib/terms/terms.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const ICONS = { job: Briefcase, expert: CalendarClock, challenge: Lightbulb, internship: GraduationCap };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs.new");
  return { title: t("title") };
}

export default async function NewNeedPage({ searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/needs/new");
  const query = await searchParams;
  const type = NEED_TYPES.find((one) => one === query.type);
  const [t, enterprise] = await Promise.all([getTranslations("needs"), getOwnEnterprise(viewer)]);
  if (!type) return <Kinds verified={enterprise.status === "VERIFIED"} />;
  return (
    <>
      <PageHeader
        crumb={
          <Link href="/enterprise/needs/new" className="inline-block py-1">
            {t("new.change")}
          </Link>
        }
        title={t("new.titleOf", { kind: t(`types.${type}.name`) })}
        lead={t(`types.${type}.text`)}
      />
      <Messages only={["needs", "terms"]}>
        <NeedForm type={type} values={startingValues(type, enterprise)} />
      </Messages>
    </>
  );
}

async function Kinds({ verified }: { verified: boolean }) {
  const t = await getTranslations("needs");
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      {!verified && (
        <div className="mb-5">
          <Notice tone="sea">{t("new.unverified")}</Notice>
        </div>
      )}
      <ul className="grid max-w-4xl gap-4 sm:grid-cols-2">
        {NEED_TYPES.map((type) => {
          const Icon = ICONS[type];
          return (
            <li
              key={type}
              className="relative flex gap-4 rounded-lg border border-line bg-paper p-5 shadow-card hover:border-sea-300 hover:bg-sea-50"
            >
              <Icon aria-hidden className="mt-0.5 size-7 shrink-0 text-sea-700" />
              <div>
                <h2 className="text-lg">
                  <Link
                    href={`/enterprise/needs/new?type=${type}`}
                    className="no-underline after:absolute after:inset-0"
                  >
                    {t(`types.${type}.name`)}
                  </Link>
                </h2>
                <p className="text-slate">{t(`types.${type}.text`)}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the organisation has said already need not be typed again. */
function startingValues(type: NeedType, enterprise: OwnEnterprise): RawValues {
  const hongKong = enterprise.district === "hongkong";
  return {
    direction: hongKong ? "yantai_to_hk" : "hk_to_yantai",
    chain: enterprise.chain,
    district: enterprise.district,
    ...(enterprise.ftz ? { ftz: "on" } : {}),
    ...(type === "job" ? { modes: ["full_time"] } : {}),
    payCurrency: hongKong ? "HKD" : "CNY",
    payPeriod: USUAL_PERIOD[type],
    headcount: "1",
    contactName: enterprise.contactName,
    contactPhone: enterprise.contactPhone,
  };
}
