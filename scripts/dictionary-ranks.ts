// node scripts/dictionary-ranks.ts: concepts of the data files whose words name different ranks, for a person to look at.
import { readConcepts } from "#lib/taxonomy/dictionary.ts";
import { mixedRanks } from "#lib/taxonomy/ranks.ts";

const found = mixedRanks(readConcepts().concepts);
for (const { id, ranks } of found)
  console.log(
    `${id}: ${Object.entries(ranks)
      .map(([rank, forms]) => `${rank} (${forms.join(", ")})`)
      .join("; ")}`,
  );
console.log(`${found.length} concepts name more than one rank`);
