import { z } from "zod";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { labelOf } from "./concept.ts";
import type { PhraseField } from "./phrases.ts";
import { nearestConcepts } from "./suggest.ts";

export const PHRASES_A_PAGE = 20;

export const phraseFilters = z.object({
  status: z.enum(["OPEN", "DISMISSED"]).catch("OPEN"),
  side: z.enum(["talent", "need"]).optional().catch(undefined),
  script: z.enum(["han", "latin"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(200).catch(1),
});
export type PhraseFilters = z.output<typeof phraseFilters>;

export type QueuedPhrase = {
  form: string;
  example: string;
  script: "han" | "latin";
  fields: PhraseField[];
  talents: number;
  needs: number;
  firstSeen: Date;
  lastSeen: Date;
  dismissed: { reason: string; by: string; at: Date } | null;
  /** concepts with the likest names */
  nearest: { id: string; label: string }[];
};

/** Phrases that no concept covers, the most used first. */
export async function listPhrases(
  viewer: Viewer,
  { status, side, script, page }: PhraseFilters,
  locale: AppLocale,
): Promise<{ rows: QueuedPhrase[]; total: number }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const where = {
    status,
    ...(script ? { script } : {}),
    ...(side === "talent" ? { talents: { gt: 0 } } : side === "need" ? { needs: { gt: 0 } } : {}),
  };
  const [rows, total] = await Promise.all([
    db.taxonomyPhrase.findMany({
      where,
      orderBy: [{ uses: "desc" }, { form: "asc" }],
      skip: (page - 1) * PHRASES_A_PAGE,
      take: PHRASES_A_PAGE,
      include: {
        records: { take: 20, orderBy: { example: "desc" }, select: { example: true, field: true } },
      },
    }),
    db.taxonomyPhrase.count({ where }),
  ]);
  const examples = rows.map((row) => row.records[0]?.example ?? row.form);
  const nearest = status === "OPEN" ? await nearestConcepts(examples) : rows.map(() => []);
  return {
    total,
    rows: rows.map((row, i) => ({
      form: row.form,
      example: examples[i] as string,
      script: row.script === "han" ? "han" : "latin",
      fields: [...new Set(row.records.map((record) => record.field as PhraseField))],
      talents: row.talents,
      needs: row.needs,
      firstSeen: row.firstSeen,
      lastSeen: row.lastSeen,
      dismissed:
        row.dismissedReason && row.dismissedAt
          ? { reason: row.dismissedReason, by: row.dismissedByName ?? "", at: row.dismissedAt }
          : null,
      nearest: (nearest[i] ?? []).map((concept) => ({ id: concept.id, label: labelOf(concept, locale) })),
    })),
  };
}

/** The words of one open phrase, for the pages on which it is settled; null when it is settled already. */
export async function getPhrase(
  viewer: Viewer,
  form: string,
): Promise<{ form: string; example: string } | null> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const row = await db.taxonomyPhrase.findUnique({
    where: { form },
    select: { form: true, records: { take: 1, orderBy: { example: "desc" }, select: { example: true } } },
  });
  return row && { form, example: row.records[0]?.example ?? form };
}
