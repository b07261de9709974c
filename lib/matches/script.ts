import { Converter } from "opencc-js";
import type { AppLocale } from "#lib/i18n/locales.ts";

let toHongKong: ((text: string) => string) | undefined;
let toMainland: ((text: string) => string) | undefined;

/** Whether a text in one language can be shown in the other Chinese script. */
export const convertible = (written: AppLocale, reader: AppLocale) =>
  written !== reader && written !== "en" && reader !== "en";

/** Automatic conversion of characters for a reader of the other Chinese script; an aid that may be wrong, so it is always marked as such. */
export function converter(written: AppLocale, reader: AppLocale): (text: string) => string {
  if (!convertible(written, reader)) return (text) => text;
  if (reader === "zh-Hant") {
    toHongKong ??= Converter({ from: "cn", to: "hk" });
    return toHongKong;
  }
  toMainland ??= Converter({ from: "hk", to: "cn" });
  return toMainland;
}
