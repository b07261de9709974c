import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/surface.tsx";

/** Says what was just done with a case. */
export async function CaseDone({ done }: { done: string | undefined }) {
  const t = await getTranslations("cases.done");
  if (!done || !t.has(done)) return null;
  return (
    <div className="mb-5">
      <Notice tone="ok" live>
        {t(done)}
      </Notice>
    </div>
  );
}
