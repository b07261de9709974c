import { getLocale, getTranslations } from "next-intl/server";
import { SearchBox } from "#components/ui/filters.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { replayMatch } from "#lib/matches/replay.ts";
import { ReplayResult } from "./replay-result.tsx";

/** Runs the engine again for one match: a plain search form, so that it works without JavaScript and has an address. */
export async function ReplayPanel({ viewer, asked }: { viewer: Viewer; asked: string }) {
  const t = await getTranslations("engine.replay");
  const locale = await getLocale();
  const replay = asked ? await replayMatch(viewer, asked) : null;
  return (
    <Card id="replay" className="scroll-mt-24">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-1 mb-4 max-w-prose text-slate">{t("lead")}</p>
      <SearchBox
        action={`/${locale}/staff/engine#replay`}
        name="replay"
        label={t("which")}
        value={asked}
        className="max-w-3xl"
      />
      <div className="mt-5">
        {replay ? <ReplayResult replay={replay} /> : asked && <Notice tone="warn">{t("none")}</Notice>}
      </div>
    </Card>
  );
}
