import { revalidatePath } from "next/cache";
import type { Viewer } from "#lib/auth/viewer.ts";
import { DomainError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { type CasePage, pageOfCase } from "./page-of-case.ts";

const reread = () => revalidatePath("/[locale]", "layout");

/** Carries a command out and has the page read anew. */
export async function fresh<T>(work: () => Promise<T>): Promise<T> {
  const result = await work();
  reread();
  return result;
}

type About = { viewer: Viewer; introductionId: string; locale: AppLocale; done: string };

/**
 * As `fresh`, and then to that page of the case in the viewer's own workspace, which says what was done. When somebody else was
 * quicker the page is read anew as well, if its form stays where it is: it keeps what was typed and stands beside the case as it is
 * now. `moving`: the form may go with what it is about, and what it says would be lost with it.
 */
export async function toCasePage(
  page: CasePage,
  { viewer, introductionId, locale, done }: About,
  work: () => Promise<unknown>,
  { moving = false } = {},
) {
  await fresh(work).catch((error) => {
    if (error instanceof DomainError && !moving) reread();
    throw error;
  });
  redirect({ href: await pageOfCase(viewer, introductionId, page, done), locale });
}
