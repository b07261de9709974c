// npm run e2e -- [playwright arguments]: the browser tests against a fresh demo of their own.
import { browserTests } from "./browser-tests.ts";
import { close } from "./checks.ts";

close(await browserTests(process.argv.slice(2)));
