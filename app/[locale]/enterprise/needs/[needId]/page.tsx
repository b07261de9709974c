import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SlotsCard } from "#components/meetings/slots.tsx";
import { NeedActions } from "#components/needs/need-actions.tsx";
import { NeedPreview } from "#components/needs/need-preview.tsx";
import { NeedStatusTag } from "#components/needs/need-status.tsx";
import { NextStep } from "#components/needs/next-step.tsx";
import { ProgressLines } from "#components/needs/progress-lines.tsx";
import { DiscriminationWarnings } from "#components/needs/warnings.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getOwnEnterprise } from "#lib/enterprises/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { getNeedSlots } from "#lib/meetings/slot-queries.ts";
import { discriminationIn } from "#lib/needs/checks.ts";
import { findNeedForOwner } from "#lib/needs/queries.ts";
import { DRAFTING, isLooking } from "#lib/needs/states.ts";

type Props = {
  params: Promise<{ needId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const DONE = [
  "submitted",
  "revised",
  "paused",
  "resumed",
  "filled",
  "closed",
  "withdrawn",
  "slotsOffered",
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewer = await pageViewer("/enterprise/needs/[needId]");
  const need = await findNeedForOwner(viewer, (await params).needId);
  const t = await getTranslations("needs.list");
  return { title: need?.title || t("title") };
}

export default async function OwnNeedPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/needs/[needId]");
  const [{ needId }, query] = await Promise.all([params, searchParams]);
  const [need, enterprise, t, matching, locale] = await Promise.all([
    findNeedForOwner(viewer, needId),
    getOwnEnterprise(viewer),
    getTranslations("needs"),
    getTranslations("matches.score"),
    getLocale(),
  ]);
  if (!need) notFound();
  const done = DONE.find((one) => one === query.done);
  const drafting = DRAFTING.includes(need.status);
  const times = need.progress.introduced > 0 ? await getNeedSlots(viewer, needId) : null;
  return (
    <>
      <PageHeader
        crumb={
          <Link href="/enterprise/needs" className="inline-block py-1">
            {t("edit.crumb")}
          </Link>
        }
        title={<span lang={langTag(need.locale)}>{need.title || t("list.untitled")}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <NeedStatusTag status={need.status} />
            <span className="text-sm">
              {t(`types.${need.type}.name`)} · <span className="tabular-nums">{need.code}</span> ·{" "}
              {need.filledCount > 0
                ? t("list.filled", { filled: need.filledCount, headcount: need.headcount })
                : t("list.places", { count: need.headcount })}
            </span>
          </span>
        }
        actions={<NeedActions need={need} />}
      />
      <div className="mb-5 grid gap-3 empty:hidden">
        {done && (
          <Notice tone="ok" live>
            {t(`done.${done}`)}
          </Notice>
        )}
        {drafting && <DiscriminationWarnings warnings={discriminationIn(need)} />}
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <NextStep need={need} />
        {!drafting && need.status !== "SUBMITTED" && (
          <Card aria-labelledby="candidates" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <h2 id="candidates" className="mb-3 text-lg">
              {t("progress.title")}
            </h2>
            <ProgressLines progress={need.progress} />
            {need.progress.introduced > 0 && (
              <Link
                href="/enterprise/introductions"
                className="mt-2 inline-block py-2 font-semibold text-sea-700 underline"
              >
                {t("progress.see")}
              </Link>
            )}
            <p className="mt-3 text-sm text-mute">
              {t("progress.privacy")}{" "}
              <Link href="/matching" className="text-sea-700 underline underline-offset-4">
                {matching("how")}
              </Link>
            </p>
            {isLooking(need.status) && (
              <Link href={`/needs/${need.id}`} className="mt-2 inline-block py-2 text-sea-700 underline">
                {t("actions.public")}
              </Link>
            )}
          </Card>
        )}
        {times && <SlotsCard needId={need.id} slots={times.slots} days={times} />}
        <Card aria-labelledby="content-of-need">
          <h2 id="content-of-need" className="mb-4 text-sm font-semibold text-slate">
            {t(isLooking(need.status) ? "view.content" : "view.preview")}
          </h2>
          <NeedPreview
            need={need}
            enterprise={locale === "en" && enterprise.nameEn ? enterprise.nameEn : enterprise.name}
          />
        </Card>
      </div>
    </>
  );
}
