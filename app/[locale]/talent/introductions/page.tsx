import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnCaseCard } from "#components/introductions/own-case.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { NumberedPager } from "#components/ui/numbered-pager.tsx";
import { EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { listOwnCases, type OwnCase } from "#lib/introductions/own-queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases.own"))("title") };
}

type Props = { searchParams: Promise<{ page?: string }> };

export default async function TalentCasesPage({ searchParams }: Props) {
  const viewer = await pageViewer("/talent/introductions");
  const { cases, page, pages } = await listOwnCases(viewer, Number((await searchParams).page));
  const t = await getTranslations("cases.own");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} lead={t("lead")} />
      {cases.length === 0 && (
        <EmptyState
          title={t("empty")}
          action={<ButtonLink href="/talent/invitations">{t("toInvitations")}</ButtonLink>}
        >
          {t("emptyText")}
        </EmptyState>
      )}
      <Group id="running" title={t("running")} cases={cases.filter(({ running }) => running)} />
      <Group id="ended" title={t("ended")} cases={cases.filter(({ running }) => !running)} />
      <NumberedPager path="/talent/introductions" page={page} pages={pages} />
    </div>
  );
}

function Group({ id, title, cases }: { id: string; title: string; cases: OwnCase[] }) {
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      <ul className="grid gap-4">
        {cases.map((of) => (
          <OwnCaseCard key={of.id} of={of} />
        ))}
      </ul>
    </section>
  );
}
