import { revalidatePath } from "next/cache";
import type { Viewer } from "#lib/auth/viewer.ts";
import { DomainError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { type CasePage, pageOfCase } from "./page-of-case.ts";

const reread = () => revalidatePath("/[locale]", "layout");

type Where = {
  /** the form may go with what it is about, and what it says would be lost with it */
  moving?: boolean;
};

/**
 * Carries a command out and has the page read anew; also when somebody else was quicker, if its form stays where it is: it keeps
 * what was typed and stands beside the case as it is now.
 */
export async function fresh<T>(work: () => Promise<T>, { moving = false }: Where = {}): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    if (error instanceof DomainError && !moving) reread();
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
