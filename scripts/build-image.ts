// Builds for an image: the same build, and the same stamp, as `npm start` makes.
import { buildIfStale } from "./build.ts";

await buildIfStale(console.log);
