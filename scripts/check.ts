// npm run check: everything but the browser tests.
import { check, close } from "./checks.ts";

close(await check());
