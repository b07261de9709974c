import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";

/** Says what was just done with a record, and leads to the next piece of work. */
export async function DoneNotice({
  kind,
  done,
  next,
}: {
  kind: "talents" | "enterprises" | "needs";
  done: string | undefined;
  /** the next record of the queue */
  next?: string | null;
}) {
  const t = await getTranslations("staff");
  if (!done || !t.has(`done.${kind}.${done}`)) return null;
  return (
    <div className="mb-5">
      <Notice tone="ok" live>
        <p>{t(`done.${kind}.${done}`)}</p>
        <p className="mt-1 flex flex-wrap gap-x-6">
          {next && (
            <Link href={next} className="inline-flex min-h-11 items-center font-semibold underline">
              {t("common.next")}
            </Link>
          )}
          <Link href={`/staff/${kind}?queue=1`} className="inline-flex min-h-11 items-center underline">
            {t("common.toQueue")}
          </Link>
        </p>
      </Notice>
    </div>
  );
}
