"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { IDLE } from "#lib/action-state.ts";
import { changeWeightsAction, previewWeightsAction } from "#lib/matches/actions.ts";
import type { WeightPreview } from "#lib/matches/weight-queries.ts";
import { byPoints, type Percents } from "#lib/matches/weight-set.ts";
import { WeightField } from "./weight-field.tsx";
import { WeightMoves } from "./weight-moves.tsx";

type Props = {
  needId: string;
  revision: number;
  percents: Percents;
  /** the need has weights of its own, so there is a way back */
  own: boolean;
  /** points of 100 by the standard */
  standard: Percents;
  preview: WeightPreview | null;
};

/** Sets the weights of one need. The list beside it moves with every change; without JavaScript a button asks for that. */
export function WeightForm({ needId, revision, percents, own, standard, preview }: Props) {
  const t = useTranslations("weights");
  const values = Object.fromEntries(byPoints.map((id) => [id, String(percents[id])]));
  return (
    <ActionForm id={`weights-${needId}`} action={changeWeightsAction} values={values} className="mt-4">
      <input type="hidden" name="needId" value={needId} />
      <input type="hidden" name="revision" value={revision} />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <Fields standard={standard} stored={percents} />
          <TextArea
            name="reason"
            label={t("reason")}
            help={t("reasonHelp")}
            rows={2}
            maxLength={1000}
            className="mt-5"
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="save">
              {t("save")}
            </SubmitButton>
            <SubmitButton name="intent" value="preview" tone="plain">
              {t("preview")}
            </SubmitButton>
            {own && (
              <SubmitButton name="intent" value="reset" tone="quiet">
                {t("reset")}
              </SubmitButton>
            )}
          </div>
        </div>
        <Moves initial={preview} />
      </div>
    </ActionForm>
  );
}

/** Each criterion with its points of 100, which depend on all the others. */
function Fields({ standard, stored }: { standard: Percents; stored: Percents }) {
  const t = useTranslations("weights");
  const [percents, setPercents] = useState(stored);
  const points = byPoints.map((id) => (standard[id] * percents[id]) / 100);
  const all = points.reduce((sum, one) => sum + one, 0);
  return (
    <fieldset>
      <legend className="sr-only">{t("title")}</legend>
      <div className="divide-y divide-line border-y border-line">
        {byPoints.map((id, index) => (
          <WeightField
            key={id}
            id={id}
            points={(100 * (points[index] ?? 0)) / all}
            onPercent={(percent) => setPercents((known) => ({ ...known, [id]: percent }))}
          />
        ))}
      </div>
    </fieldset>
  );
}

const PAUSE_MS = 250;

/** The list under the weights that stand in the form around it; late answers to older ones are dropped. */
function Moves({ initial }: { initial: WeightPreview | null }) {
  const t = useTranslations("weights");
  const box = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState(initial);
  const [working, setWorking] = useState(false);
  useEffect(() => {
    const form = box.current?.closest("form");
    const details = form?.closest("details");
    if (!form || !details) return;
    let timer: ReturnType<typeof setTimeout>;
    let asked = 0;
    const ask = async () => {
      const turn = ++asked;
      setWorking(true);
      const data = new FormData(form);
      data.set("intent", "preview");
      const state = await previewWeightsAction(IDLE, data).catch(() => IDLE);
      if (turn !== asked) return;
      setWorking(false);
      // a half-typed number is no reason to take the last answer away
      if (state.status === "done" && state.data) setPreview(state.data as WeightPreview);
    };
    const soon = (event: Event) => {
      if ((event.target as HTMLElement).tagName === "TEXTAREA") return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    const opened = () => {
      if (details.open && asked === 0 && !initial) void ask();
    };
    opened();
    details.addEventListener("toggle", opened);
    form.addEventListener("input", soon);
    return () => {
      asked = -1;
      clearTimeout(timer);
      details.removeEventListener("toggle", opened);
      form.removeEventListener("input", soon);
    };
  }, [initial]);
  return (
    <div ref={box} aria-busy={working || undefined}>
      {preview ? (
        <WeightMoves preview={preview} working={working} />
      ) : (
        <p className="text-slate">{working ? t("working") : t("howToPreview")}</p>
      )}
    </div>
  );
}
