import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/surface.tsx";
import { demoAccounts } from "#lib/accounts/demo.ts";

/** The demo's accounts, on the demo-seeded embedded database only. */
export async function DemoAccounts() {
  const demo = await demoAccounts();
  if (!demo) return null;
  const t = await getTranslations("accounts.signIn");
  return (
    <Card className="mt-8" as="section">
      <h2 className="text-lg">{t("demoTitle")}</h2>
      <p className="mt-1 text-slate">
        {t("demoText")} <code className="font-semibold text-ink">{demo.password}</code>
      </p>
      <ul className="mt-3 grid gap-1">
        {demo.accounts.map((account) => (
          <li key={account.email} className="flex flex-wrap justify-between gap-x-4">
            <code className="text-sea-700">{account.email}</code>
            <span className="text-slate">{t(`demo.${account.key}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
