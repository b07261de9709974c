import { checkReadiness } from "#lib/health.ts";

export const dynamic = "force-dynamic";

export async function GET() {
  const problem = await checkReadiness();
  return problem
    ? Response.json({ status: "not ready", reason: problem }, { status: 503 })
    : Response.json({ status: "ready" });
}
