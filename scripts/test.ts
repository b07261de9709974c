// npm test: everything. Ends with a line "N passed, N failed".
import { browserTests } from "./browser-tests.ts";
import { check, close } from "./checks.ts";

const [first, second] = [await check(), await browserTests([])];
close({
  passed: first.passed + second.passed,
  failed: first.failed + second.failed,
  skipped: first.skipped + second.skipped,
  failures: [...first.failures, ...second.failures],
});
