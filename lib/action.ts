import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { FormState } from "./action-state.ts";
import { ACTION_ACCESS, type ActionName, allows } from "./auth/access.ts";
import { getViewer } from "./auth/current.ts";
import type { Viewer } from "./auth/viewer.ts";
import { env } from "./env.ts";
import { DomainError, InvalidError, NotFoundError } from "./errors.ts";
import { formToObject, type RawValues } from "./forms.ts";
import type { AppLocale } from "./i18n/locales.ts";
import { translator } from "./i18n/translate.ts";
import { describe } from "./issues.ts";
import { log } from "./log.ts";

type Context = {
  locale: AppLocale;
  /** made with the form: a double click and a retry carry the same */
  key: string | undefined;
  /** the form itself, for files */
  form: FormData;
};
type Answer = Omit<FormState, "status"> | undefined;
type Run<Input, V> = (viewer: V, input: Input, context: Context) => Promise<Answer>;

/**
 * Every server action is made here: it checks the origin, reads the viewer, looks its name up in ACTION_ACCESS, parses the
 * form by a strict schema, and turns expected errors into messages in the page's language. What was typed is sent back.
 */
export function action<S extends z.ZodType>(name: ActionName, schema: S, run: Run<z.output<S>, Viewer>) {
  return publicAction(name, schema, async (viewer, input, context) => {
    if (!viewer) throw new NotFoundError();
    return run(viewer, input, context);
  });
}

/** As `action`, for those listed as PUBLIC: the viewer may be null. */
export function publicAction<S extends z.ZodType>(
  name: ActionName,
  schema: S,
  run: Run<z.output<S>, Viewer | null>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const locale = (await getLocale()) as AppLocale;
    const t = translator(locale, "errors");
    const values = form instanceof FormData ? formToObject(form) : {};
    try {
      if (!(await isOwnOrigin()) || !(form instanceof FormData))
        return { status: "failed", message: t("foreignOrigin"), values };
      const viewer = await getViewer();
      if (!allows(ACTION_ACCESS[name], viewer))
        return viewer
          ? { status: "failed", message: t("notFound"), values }
          : { status: "signedOut", message: t("signedOut"), values };
      const parsed = schema.safeParse(values, { reportInput: true });
      if (!parsed.success) return invalid(parsed.error.issues.map(describe), t, values);
      const key = form.get("_key");
      const answer = await run(viewer, parsed.data, {
        locale,
        key: typeof key === "string" && key.length <= 64 ? key : undefined,
        form,
      });
      return { status: "done", ...answer };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof InvalidError) return invalid(error.issues, t, values);
      if (error instanceof DomainError)
        return { status: "failed", message: t(error.key, error.params), values };
      log.error(
        {
          action: name,
          error:
            error instanceof Error
              ? { name: error.name, message: error.message.slice(0, 300), stack: error.stack }
              : String(error),
        },
        "action failed",
      );
      return { status: "failed", message: t("unexpected"), values };
    }
  };
}

function invalid(
  issues: InvalidError["issues"],
  t: (key: string, params?: Record<string, string | number>) => string,
  values: RawValues,
): FormState {
  return {
    status: "invalid",
    values,
    issues: issues.map((issue) => ({ path: issue.path, message: t(issue.key, issue.params) })),
  };
}

/** A missing Origin and a foreign one are refused: Next runs an action without an Origin. */
async function isOwnOrigin(): Promise<boolean> {
  const given = await headers();
  const origin = given.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  // on the embedded database people also come by 127.0.0.1 or a phone on the same network
  if (env().BRIDGE_EMBEDDED) return new URL(origin).host === given.get("host");
  return new URL(origin).origin === new URL(env().PUBLIC_URL).origin;
}
