import { ChevronDown } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { History } from "#components/staff/history.tsx";
import { orNotFound } from "#components/staff/or-not-found.ts";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { ConceptFacts } from "#components/taxonomy/concept-facts.tsx";
import { ConceptForm } from "#components/taxonomy/concept-form.tsx";
import { ConceptLink, OtherNames } from "#components/taxonomy/concept-name.tsx";
import { ConceptSide } from "#components/taxonomy/concept-side.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { editConceptAction } from "#lib/taxonomy/actions.ts";
import { type ConceptDetail, getConcept } from "#lib/taxonomy/concept-query.ts";
import { idFromPath } from "#lib/taxonomy/schema.ts";

type Props = { params: Promise<{ conceptId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taxonomy"))("columns.concept") };
}

export default async function ConceptPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/taxonomy/[conceptId]");
  const id = idFromPath((await params).conceptId);
  const { done } = await flat(searchParams);
  const locale = (await getLocale()) as AppLocale;
  const concept = await orNotFound(getConcept(viewer, id, locale));
  const history = await historyOf(viewer, "concept", id);
  const t = await getTranslations("taxonomy");
  const inUse = !concept.mergedInto && concept.source !== "retired";
  return (
    <>
      <PageHeader
        crumb={<Link href="/staff/taxonomy">{t("title")}</Link>}
        title={concept.label}
        lead={
          <>
            {t(`kinds.${concept.shown.kind}`)} · <OtherNames labels={concept.shown} locale={locale} />
          </>
        }
      />
      {done && t.has(`done.${done}`) && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t(`done.${done}`)}
          </Notice>
        </div>
      )}
      <Gone concept={concept} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-5">
          <Card>
            <ConceptFacts concept={concept} />
          </Card>
          {inUse && (
            <Card>
              <details className="group">
                <summary className="flex min-h-11 cursor-pointer items-center justify-between text-lg font-semibold">
                  {t("concept.edit")}
                  <ChevronDown aria-hidden className="size-5 text-slate group-open:rotate-180" />
                </summary>
                <div className="mt-4 max-w-2xl">
                  <ConceptForm
                    id={`concept-${id}`}
                    key={concept.version}
                    action={editConceptAction}
                    concept={concept}
                    values={concept.written}
                  />
                </div>
              </details>
            </Card>
          )}
        </div>
        <div className="grid gap-5">
          <Card>
            <ConceptSide concept={concept} />
          </Card>
          {history.length > 0 && (
            <Card>
              <History rows={history} recordId={id} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

async function Gone({ concept }: { concept: ConceptDetail }) {
  const t = await getTranslations("taxonomy.concept");
  if (concept.mergedInto)
    return (
      <div className="mb-5">
        <Notice tone="warn">
          <p>{t("mergedInto", { name: concept.mergedInto.label })}</p>
          <ConceptLink {...concept.mergedInto} />
        </Notice>
      </div>
    );
  if (concept.source !== "retired") return null;
  return (
    <div className="mb-5">
      <Notice tone="warn">{t("retiredText")}</Notice>
    </div>
  );
}
