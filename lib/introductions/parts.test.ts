import fc from "fast-check";
import { expect, test } from "vitest";
import { PART_PAGE, pageOfParts } from "./parts.ts";

test("over all its pages a list in parts has every row once, in the order of the parts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
      async (sizes) => {
        const all = sizes.map((size, part) => Array.from({ length: size }, (_, i) => `${part}:${i}`));
        const parts = all.map((rows) => ({
          count: async () => rows.length,
          find: async ({ skip, take }: { skip: number; take: number }) => rows.slice(skip, skip + take),
        }));
        const { pages } = await pageOfParts(parts, 1);
        const walked: string[] = [];
        for (let page = 1; page <= pages; page++) {
          const found = await pageOfParts(parts, page);
          expect([found.page, found.counts]).toEqual([page, sizes]);
          expect(found.rows.length <= PART_PAGE).toBe(true);
          walked.push(...found.rows);
        }
        expect(walked).toEqual(all.flat());
        for (const [asked, page] of [
          [Number.NaN, 1],
          [-3, 1],
          [1.5, 1],
          [1e9, pages],
        ] as const)
          expect((await pageOfParts(parts, asked)).page).toBe(page);
      },
    ),
  );
});
