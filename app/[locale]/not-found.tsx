import { getTranslations } from "next-intl/server";
import { PublicShell } from "#components/layout/public-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

export default async function NotFound() {
  const t = await getTranslations("ui.notFound");
  return (
    <PublicShell>
      <div className="mx-auto max-w-xl px-6 py-24 text-center">
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="mt-3 text-slate">{t("text")}</p>
        <p className="mt-8">
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </p>
      </div>
    </PublicShell>
  );
}
