import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A small house that breaks one rule a file: [rule, the file that breaks it, its import]. */
const BREACHES: [string, string, string][] = [
  ["lib-knows-no-pages", "lib/needs/queries.ts", "#components/needs/card.tsx"],
  ["components-know-no-pages", "components/needs/card.tsx", "../../app/page.tsx"],
  ["ui-knows-no-domain", "components/ui/button.tsx", "#lib/needs/schema.ts"],
  ["pages-read-by-queries-and-write-by-actions", "app/page.tsx", "#lib/needs/commands.ts"],
  ["queries-do-not-write", "lib/enterprises/queries.ts", "#lib/enterprises/review-commands.ts"],
  ["commands-know-no-actions", "lib/needs/commands.ts", "#lib/needs/actions.ts"],
  ["schema-and-policy-are-pure", "lib/needs/policy.ts", "#lib/db.ts"],
  ["matching-stands-alone", "lib/matching/score.ts", "#lib/db.ts"],
  ["platform-knows-no-domain", "lib/db.ts", "#lib/needs/schema.ts"],
  ["platform-knows-no-domain", "lib/notifications/notify.ts", "#lib/needs/schema.ts"],
  ["order-talents", "lib/talents/commands.ts", "#lib/matches/commands.ts"],
  ["order-consents", "lib/consents/commands.ts", "#lib/talents/commands.ts"],
  ["tests-stay-out-of-the-product", "lib/needs/jobs.ts", "#e2e/support.ts"],
  ["no-cycles", "lib/accounts/a.ts", "./b.ts"],
];

let house: string;
let report: { from: string; rule: { name: string } }[];

beforeAll(() => {
  house = mkdtempSync(path.join(process.cwd(), ".cache-rules-"));
  cpSync("package.json", path.join(house, "package.json"));
  cpSync(".dependency-cruiser.mjs", path.join(house, ".dependency-cruiser.mjs"));
  symlinkSync(path.resolve("node_modules"), path.join(house, "node_modules"));
  const files = new Map<string, string>(
    [
      "lib/needs/schema.ts",
      "lib/needs/actions.ts",
      "lib/enterprises/review-commands.ts",
      "lib/matches/commands.ts",
      "e2e/support.ts",
    ].map((file) => [file, "export const x = 1;\n"]),
  );
  for (const [, file, target] of BREACHES) files.set(file, `import "${target}";\nexport const y = 1;\n`);
  files.set("lib/accounts/b.ts", 'import "./a.ts";\nexport const z = 1;\n');
  for (const [file, text] of files) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
  writeFileSync(path.join(house, "tsconfig.json"), readFileSync("tsconfig.json"));
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      "-T",
      "json",
      "app",
      "components",
      "lib",
    ],
    { cwd: house, encoding: "utf8" },
  );
  report = JSON.parse(run.stdout).summary.violations;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(BREACHES)("%s fires for %s", (rule, file) => {
  expect(report.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(rule);
});
