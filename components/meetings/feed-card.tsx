import { getTranslations } from "next-intl/server";
import { DateText } from "#components/ui/date-text.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { removeCalendarFeedAction } from "#lib/meetings/actions.ts";
import { getCalendarFeed } from "#lib/meetings/feed-queries.ts";
import { MakeAddress } from "./make-address.tsx";

/** The secret address under which the viewer's calendar reads their meetings. */
export async function CalendarFeedCard({ viewer }: { viewer: Viewer }) {
  const [t, feed] = [await getTranslations("meetings.feed"), await getCalendarFeed(viewer)];
  return (
    <Card id="calendar" aria-labelledby="calendar-title">
      <h2 id="calendar-title" className="mb-2 text-xl">
        {t("title")}
      </h2>
      <p className="mb-3 text-slate">{t("lead")}</p>
      {feed && (
        <p className="mb-3 text-sm text-slate">
          {t.rich("since", { date: () => <DateText value={feed.createdAt} /> })}{" "}
          {feed.lastReadAt
            ? t.rich("lastRead", { date: () => <DateText value={feed.lastReadAt!} time /> })
            : t("neverRead")}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <MakeAddress
          live={feed !== null}
          texts={{ copy: t("copy"), copied: t("copied"), address: t("address") }}
        >
          <SubmitButton tone="plain">{t(feed ? "renew" : "make")}</SubmitButton>
        </MakeAddress>
        {feed && (
          <ActionForm id="remove-feed" action={removeCalendarFeedAction}>
            <SubmitButton tone="danger">{t("remove")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
