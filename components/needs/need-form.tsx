"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import type { RawValues } from "#lib/form-values.ts";
import { postNeedAction } from "#lib/needs/actions.ts";
import type { NeedType } from "#lib/needs/schema.ts";
import { EstimatePanel } from "./estimate-panel.tsx";
import { AsksSection, OffersSection, PrivacySection, WhatSection } from "./need-sections.tsx";

type Props = {
  type: NeedType;
  values: RawValues;
  /** the need that is edited, and the version that the page shows */
  need?: { id: string; version: number; open: boolean };
};

/** Write a need: one form for the four kinds, whose fields differ. Saving and submitting are two buttons that cannot be mistaken. */
export function NeedForm({ type, values, need }: Props) {
  const open = need?.open ?? false;
  return (
    <ActionForm id={need ? `need-${need.id}` : `need-${type}`} action={postNeedAction} values={values}>
      <input type="hidden" name="type" value={type} />
      {need && <input type="hidden" name="needId" value={need.id} />}
      {need && <input type="hidden" name="version" value={need.version} />}
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5">
          <WhatSection type={type} locked={open} />
          <AsksSection type={type} />
          <OffersSection type={type} />
          <PrivacySection />
          {open ? <Revise back={`/enterprise/needs/${need?.id}`} /> : <SaveOrSubmit />}
        </div>
        <EstimatePanel />
      </div>
    </ActionForm>
  );
}

/** Saving comes first: the Enter key does what the first button says, and must not submit. */
function SaveOrSubmit() {
  const t = useTranslations("needs.form");
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="plain" name="intent" value="save">
          {t("save")}
        </SubmitButton>
        <SubmitButton tone="plain" name="intent" value="preview">
          {t("preview")}
        </SubmitButton>
        <SubmitButton name="intent" value="submit">
          {t("submit")}
        </SubmitButton>
      </div>
      <p className="text-sm text-slate">{t("submitHelp")}</p>
    </div>
  );
}

function Revise({ back }: { back: string }) {
  const t = useTranslations("needs.form");
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="intent" value="revise">
        {t("revise")}
      </SubmitButton>
      <ButtonLink href={back} tone="quiet">
        {t("back")}
      </ButtonLink>
    </div>
  );
}
