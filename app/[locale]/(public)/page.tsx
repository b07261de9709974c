import { getTranslations } from "next-intl/server";

export default async function HomePage() {
  const t = await getTranslations("layout");
  return <h1 id="content">{t("tagline")}</h1>;
}
