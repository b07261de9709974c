import { X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SearchBox } from "#components/ui/filters.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { Notice } from "#components/ui/surface.tsx";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { FitRanking } from "#lib/matches/talent-fit.ts";

const PATH = "/staff/talents";

type Props = {
  query: Query;
  locale: string;
  ranking: FitRanking | null;
  /** the code in the address, known or not */
  asked: string | undefined;
};

/** Asks for the order of a need's ranking, and says whose order the list stands in. */
export async function FitBar({ query, locale, ranking, asked }: Props) {
  const t = await getTranslations("staff.talents.fit");
  return (
    <div className="mb-5 max-w-3xl">
      <SearchBox
        action={`/${locale}${PATH}`}
        name="fit"
        label={t("label")}
        value={ranking?.need.code ?? asked}
        keep={query}
      />
      {asked && (
        <div className="mt-3">
          <Notice tone={ranking?.source === "engine" ? "sea" : "warn"}>
            {ranking ? <Ordered ranking={ranking} /> : <p>{t("unknown", { code: asked })}</p>}
            <Link
              href={listHref(PATH, query, { fit: undefined })}
              className="inline-flex min-h-11 items-center gap-1.5 font-medium underline underline-offset-4"
            >
              <X aria-hidden className="size-4" />
              {t("remove")}
            </Link>
          </Notice>
        </div>
      )}
    </div>
  );
}

async function Ordered({ ranking: { need, source } }: { ranking: FitRanking }) {
  const t = await getTranslations("staff.talents.fit");
  const title = () => (
    <Link
      href={`/staff/needs/${need.id}/matches`}
      lang={langTag(need.lang as AppLocale)}
      className="font-semibold underline underline-offset-4"
    >
      {need.title}
    </Link>
  );
  return (
    <p>
      {t.rich("ordered", { code: need.code, need: title })} {source === "saved" && t("saved")}
    </p>
  );
}
