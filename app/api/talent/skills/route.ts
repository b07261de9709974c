import { NextResponse } from "next/server";
import { getViewer } from "#lib/auth/current.ts";
import { isLocale } from "#lib/i18n/locales.ts";
import { suggestSkills } from "#lib/talents/skill-suggestions.ts";

/** Concepts of the dictionary for what is being typed, in the reader's script: GET ?q=…&locale=… */
export async function GET(request: Request) {
  if (!(await getViewer())) return NextResponse.json([], { status: 401 });
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("locale");
  const query = (searchParams.get("q") ?? "").slice(0, 80);
  return NextResponse.json(suggestSkills(query, isLocale(locale) ? locale : "zh-Hant"), {
    headers: { "cache-control": "private, no-store" },
  });
}
