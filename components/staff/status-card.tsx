import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { DateText } from "#components/ui/date-text.tsx";
import { Card, Facts } from "#components/ui/surface.tsx";
import { RecordStatus } from "./record-status.tsx";

/** Where a record is, what happens next, who has it and since when. */
export async function StatusCard({
  kind,
  status,
  office,
  since,
  assignee,
  note,
  more = [],
}: {
  kind: "talents" | "enterprises" | "needs";
  status: string;
  office: string;
  since: Date;
  assignee: string | null;
  /** the last reason or note of a decision */
  note?: string | null;
  more?: { term: string; value: ReactNode }[];
}) {
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  return (
    <Card aria-labelledby="status" bridge>
      <h2 id="status" className="sr-only">
        {t("common.status")}
      </h2>
      <p className="mb-1">
        <RecordStatus kind={kind} status={status} />
      </p>
      <p className="mb-4 text-slate">{t(`next.${kind}.${status}`)}</p>
      <Facts
        items={[
          {
            term: t("common.with"),
            value: (
              <>
                {terms(`offices.${office}`)}
                <span className="block text-sm text-mute">
                  {t.rich("common.since", { d: () => <DateText value={since} time /> })}
                </span>
              </>
            ),
          },
          { term: t("common.assignee"), value: assignee ?? t("common.nobody") },
          ...(note ? [{ term: t("common.lastNote"), value: note }] : []),
          ...more,
        ]}
      />
    </Card>
  );
}
