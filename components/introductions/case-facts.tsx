import { getTranslations } from "next-intl/server";
import { Card, Facts, Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseForStaff } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { OfficeSince } from "./case-story.tsx";

const link = "inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4 md:min-h-8";

/** Where the parts of a case are kept, who has it, and why it ended. */
export async function CaseFacts({ case: of, detail }: { case: CaseFrame; detail: CaseForStaff }) {
  const t = await getTranslations("cases.facts");
  const terms = await getTranslations("terms");
  const items = [
    {
      term: t("officer"),
      value: (
        <>
          {of.owner ?? <span className="font-semibold text-warn">{t("nobody")}</span>}
          <span className="block text-sm text-mute">
            {terms(`offices.${of.office}`)}, <OfficeSince since={detail.officeSince} />
          </span>
        </>
      ),
    },
    {
      term: t("need"),
      value: (
        <Link href={`/staff/needs/${of.need.id}`} className={link} lang={langTag(of.need.lang)}>
          {of.need.title}
        </Link>
      ),
    },
    {
      term: t("talent"),
      value: (
        <Link href={`/staff/talents/${of.talent.id}`} className={link}>
          {of.talent.name ?? of.talent.code}
        </Link>
      ),
    },
    {
      term: t("enterprise"),
      value: (
        <Link href={`/staff/enterprises/${of.enterprise.id}`} className={link}>
          {of.enterprise.name}
        </Link>
      ),
    },
    {
      term: t("match"),
      value: (
        <Link href={`/staff/matches/${of.matchId}`} className={link}>
          {t("seeMatch")}
        </Link>
      ),
    },
  ];
  return (
    <Card aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-lg">
        {t("title")}
      </h2>
      {detail.outcome && (
        <div className="mb-4 rounded-md bg-mist px-4 py-3">
          <p className="text-sm text-mute">{t("outcome")}</p>
          <p className="font-semibold">{terms(`caseOutcomes.${detail.outcome}`)}</p>
          {detail.closeReason && <UserText>{detail.closeReason}</UserText>}
        </div>
      )}
      <Facts items={items} />
    </Card>
  );
}

/** Nobody of the enterprise can sign in: the case stays with it, and staff see to it. */
export async function EnterpriseGone({ case: of }: { case: CaseFrame }) {
  const t = await getTranslations("cases.gone");
  return (
    <Notice tone="warn" title={t("title")}>
      <p>{t("text")}</p>
      <Link
        href={`/staff/enterprises/${of.enterprise.id}`}
        className="inline-flex min-h-11 items-center font-semibold underline"
      >
        {t("link")}
      </Link>
    </Notice>
  );
}
