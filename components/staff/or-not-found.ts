import { notFound } from "next/navigation";
import { NotFoundError } from "#lib/errors.ts";

/** The record, or the page that says there is none; any other failure stays one. */
export const orNotFound = <T>(record: Promise<T>): Promise<T> =>
  record.catch((error) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
