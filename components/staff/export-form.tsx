"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { ChoiceField, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/surface.tsx";
import type { FormState } from "#lib/action-state.ts";

type Act = (state: FormState, form: FormData) => Promise<FormState>;

/** Asks for the password once more, then has the browser fetch the file. */
export function ExportForm({ action, kind, query }: { action: Act; kind: string; query: string }) {
  const t = useTranslations("staff.exports");
  const [href, setHref] = useState<string>();
  return (
    <>
      <ActionForm
        id={`export-${kind}`}
        action={action}
        onDone={({ data }) => {
          const ready = (data as { href: string }).href;
          setHref(ready);
          window.location.assign(ready);
        }}
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="query" value={query} />
        <ChoiceField
          name="format"
          label={t("format")}
          options={(["csv", "xlsx"] as const).map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <TextField
          name="password"
          type="password"
          label={t("password")}
          help={t("passwordHelp")}
          autoComplete="current-password"
        />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
      {href && (
        <div className="mt-5">
          <Notice tone="ok" live title={t("ready")}>
            <p className="mb-2">{t("again")}</p>
            <a href={href} className={buttonClass("plain")} download>
              <Download aria-hidden className="size-4" />
              {t(`kinds.${kind}`)}
            </a>
          </Notice>
        </div>
      )}
    </>
  );
}
