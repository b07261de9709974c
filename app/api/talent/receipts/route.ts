import type { NextRequest } from "next/server";
import { getViewer } from "#lib/auth/current.ts";
import { isLocale } from "#lib/i18n/locales.ts";
import { getReceipts } from "#lib/talents/receipt-query.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Consent receipts of the signed-in talent, one (`consent`) or all, as a page to keep or as data (`format`), in `locale`. */
export async function GET(request: NextRequest) {
  const viewer = await getViewer();
  if (viewer?.role !== "TALENT") return new Response(null, { status: 404 });
  const query = request.nextUrl.searchParams;
  const [consent, locale] = [query.get("consent"), query.get("locale")];
  if (consent !== null && !UUID.test(consent)) return new Response(null, { status: 404 });
  const format = query.get("format") === "json" ? "json" : "html";
  const file = await getReceipts(viewer, {
    consentId: consent ?? undefined,
    format,
    locale: isLocale(locale) ? locale : "zh-Hant",
  });
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.body, {
    headers: {
      "content-type": `${format === "json" ? "application/json" : "text/html"}; charset=utf-8`,
      "content-disposition": `attachment; filename="${file.name}"`,
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
