import { Converter } from "opencc-js";

let toTraditional: ((text: string) => string) | undefined;
let toSimplified: ((text: string) => string) | undefined;

/** A text as it stands and as it would stand in each Chinese script, for finding names however they were written. */
export function inBothScripts(text: string): string[] {
  toTraditional ??= Converter({ from: "cn", to: "hk" });
  toSimplified ??= Converter({ from: "hk", to: "cn" });
  return [...new Set([text, toTraditional(text), toSimplified(text)])];
}
