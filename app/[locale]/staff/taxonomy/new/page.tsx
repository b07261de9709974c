import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { ConceptForm } from "#components/taxonomy/concept-form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { addConceptAction } from "#lib/taxonomy/actions.ts";
import { getPhrase } from "#lib/taxonomy/phrase-queries.ts";
import { namesFrom } from "#lib/taxonomy/scripts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taxonomy.form"))("newTitle") };
}

/** A new concept, begun with the words of the queue where it comes from there. */
export default async function NewConceptPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/taxonomy/new");
  const { phrase } = await flat(searchParams);
  const queued = phrase ? await getPhrase(viewer, phrase) : null;
  const t = await getTranslations("taxonomy");
  return (
    <>
      <PageHeader
        crumb={<Link href="/staff/taxonomy">{t("title")}</Link>}
        title={t("form.newTitle")}
        lead={t("form.newLead")}
      />
      <Card className="max-w-3xl">
        <ConceptForm
          id="new-concept"
          action={addConceptAction}
          values={queued ? namesFrom(queued.example) : {}}
        />
      </Card>
    </>
  );
}
