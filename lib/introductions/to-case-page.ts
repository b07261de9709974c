import { revalidatePath } from "next/cache";
import type { Viewer } from "#lib/auth/viewer.ts";
import { ConflictError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { type CasePage, pageOfCase } from "./page-of-case.ts";

const reread = () => revalidatePath("/[locale]", "layout");

type Where = {
  /** the form stands on the page whatever others did: where they were quicker it is shown beside the case as it is now, to be sent again */
  stays?: boolean;
};

/**
 * Carries a command out and has the page read anew. Refused, the page stays as it is with what was typed, because the form
 * could go with what it is about.
 */
export async function fresh<T>(work: () => Promise<T>, { stays = false }: Where = {}): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    if (error instanceof ConflictError && stays) reread();
    throw error;
  }
  reread();
  return result;
}

type About = { viewer: Viewer; introductionId: string; locale: AppLocale; done: string };

/** As `fresh`, and then to that page of the case in the viewer's own workspace, which says what was done. */
export async function toCasePage(
  page: CasePage,
  { viewer, introductionId, locale, done }: About,
  work: () => Promise<unknown>,
  where?: Where,
) {
  await fresh(work, where);
  redirect({ href: await pageOfCase(viewer, introductionId, page, done), locale });
}
