import type { Tx } from "#lib/db.ts";
import type { ConceptKind } from "#lib/matching/types.ts";
import type { ConceptRecord } from "./concept.ts";
import { baseConcepts } from "./current.ts";
import { type Edit, type Overlaid, overlay } from "./overlay.ts";
import { asEdit, editSelect } from "./store.ts";

/** The dictionary as the rows of this transaction say it is, whatever the process works with. */
export type State = Overlaid & {
  edits: Edit[];
  base: readonly ConceptRecord[];
  /** the concept that counts, or one of the classification below */
  find(id: string): ConceptRecord | undefined;
  /** as the data files or ESCO have it, whatever staff did with it */
  below(id: string): ConceptRecord | undefined;
  /** with what staff wrote of it, but without what merges brought, also when it was merged away or retired itself */
  unmerged(id: string): ConceptRecord | undefined;
};

type EscoRow = {
  id: string;
  kind: string;
  label: string;
  aliases: string[];
  broader: string[];
  related: string[];
};

export const fromEsco = ({ id, kind, label, aliases, broader, related }: EscoRow): ConceptRecord => ({
  id,
  kind: kind as ConceptKind,
  hans: label,
  hant: label,
  en: label,
  aliases,
  broader,
  related,
  same: [],
  status: "reviewed",
});

/** One change of the dictionary at a time: what is checked of all concepts together still holds when it is written. */
export async function lockTaxonomy(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('taxonomy', 0))::text`;
}

/** @param ids concepts that the caller asks about beside the own ones */
export async function readState(tx: Tx, ids: readonly string[]): Promise<State> {
  const edits = (await tx.taxonomyEdit.findMany({ select: editSelect })).map(asEdit);
  const wanted = [...new Set([...ids, ...edits.map((edit) => edit.conceptId)])];
  const rows = await tx.escoConcept.findMany({ where: { id: { in: wanted } } });
  const esco = new Map(rows.map((row) => [row.id, fromEsco(row)]));
  const base = baseConcepts();
  const files = new Map(base.map((concept) => [concept.id, concept]));
  const overlaid = overlay(base, edits, (id) => esco.get(id));
  const own = new Map(overlaid.concepts.map((concept) => [concept.id, concept]));
  const alone = new Map(
    overlay(
      base,
      edits.map((edit) => ({ ...edit, mergedIntoId: null, retired: false })),
      (id) => esco.get(id),
    ).concepts.map((concept) => [concept.id, concept]),
  );
  return {
    ...overlaid,
    edits,
    base,
    find: (id) => own.get(id) ?? (overlaid.touched.has(id) ? undefined : esco.get(id)),
    below: (id) => files.get(id) ?? esco.get(id),
    unmerged: (id) => alone.get(id) ?? esco.get(id),
  };
}
