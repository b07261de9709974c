import { createHash } from "node:crypto";
import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { announce } from "./announce.ts";
import type { ConceptRecord } from "./concept.ts";
import { mayKeepDictionary } from "./policy.ts";
import { lockTaxonomy } from "./state.ts";

const BATCH = 2000;

/** Of the order too: every process builds the same dictionary from the same rows. */
const hashOf = (concepts: readonly ConceptRecord[]): string =>
  createHash("sha256").update(JSON.stringify(concepts)).digest("hex").slice(0, 16);

async function insert(tx: Tx, concepts: readonly ConceptRecord[]): Promise<void> {
  for (let first = 0; first < concepts.length; first += BATCH) {
    const rows = concepts.slice(first, first + BATCH).map((concept, i) => ({
      id: concept.id,
      kind: concept.kind,
      label: concept.en,
      aliases: concept.aliases,
      broader: concept.broader,
      related: concept.related,
      place: first + i,
    }));
    await tx.$executeRaw`INSERT INTO "EscoConcept"
      SELECT * FROM json_populate_recordset(null::"EscoConcept", ${JSON.stringify(rows)}::json)`;
  }
}

/**
 * Puts ESCO's concepts below the own dictionary, in place of those that were loaded before; what staff wrote stays on top.
 * The same files again change nothing.
 */
export async function loadEsco(
  viewer: Viewer,
  concepts: readonly ConceptRecord[],
): Promise<"loaded" | "unchanged"> {
  if (!mayKeepDictionary(viewer)) throw new NotFoundError();
  const hash = hashOf(concepts);
  return transaction(
    viewer,
    async (tx) => {
      await lockTaxonomy(tx);
      const before = await tx.taxonomyLoad.findUnique({ where: { source: "esco" }, select: { hash: true } });
      if (before?.hash === hash) return "unchanged" as const;
      await tx.escoConcept.deleteMany();
      await insert(tx, concepts);
      const row = { hash, concepts: concepts.length, loadedAt: now() };
      await tx.taxonomyLoad.upsert({
        where: { source: "esco" },
        create: { source: "esco", ...row },
        update: row,
      });
      await audit(tx, viewer, {
        action: "concept.escoLoaded",
        record: ["concept", "esco"],
        detail: { concepts: concepts.length, hash },
      });
      await announce(tx, null);
      return "loaded" as const;
    },
    120_000,
  );
}
