import { Menu as MenuIcon } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { getViewer } from "#lib/auth/current.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { AccountMenu } from "./account-menu.tsx";
import { areaOf } from "./areas.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { Footer } from "./footer.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { Menu } from "./menu.tsx";
import { NavLinks } from "./nav-links.tsx";

/** The frame of public pages and of signing in. The page lays out its own sections inside `<main>`, to the full width. */
export async function PublicShell({ children }: { children: ReactNode }) {
  const [t, ui, viewer] = [await getTranslations("layout"), await getTranslations("ui"), await getViewer()];
  const rooms = (["needs", "projects", "matching", "about"] as const).map((key) => ({
    href: `/${key}`,
    label: t(`public.${key}`),
  }));
  const doors = viewer
    ? [{ href: `/${areaOf(viewer)}`, label: t("account.workspace") }]
    : [
        { href: "/sign-in", label: t("account.signIn") },
        { href: "/register", label: t("account.register") },
      ];
  return (
    <div className="flex min-h-dvh flex-col">
      <DemoBanner />
      <header className="border-b border-line bg-paper print:hidden">
        <div className="mx-auto flex h-17 max-w-6xl items-center gap-2 px-4 sm:px-6">
          <Logo />
          <nav aria-label={t("navigation")} className="ml-3 hidden xl:block">
            <NavLinks items={rooms} look="bar" />
          </nav>
          <div className="ml-auto flex items-center gap-1 sm:gap-2">
            <LanguageSwitch label={ui("language")} />
            <div className="hidden items-center gap-2 xl:flex">
              {viewer ? (
                <ButtonLink href={doors[0]!.href} tone="plain">
                  {doors[0]!.label}
                </ButtonLink>
              ) : (
                <>
                  <Link
                    href="/sign-in"
                    className="flex min-h-11 items-center px-2 font-semibold whitespace-nowrap no-underline hover:underline"
                  >
                    {t("account.signIn")}
                  </Link>
                  <ButtonLink href="/register">{t("account.register")}</ButtonLink>
                </>
              )}
            </div>
            {viewer && <AccountMenu viewer={viewer} />}
            <div className="xl:hidden">
              <Menu id="main" label={ui("menu")} button={<MenuIcon aria-hidden className="size-6" />}>
                <nav aria-label={t("navigation")}>
                  <NavLinks items={[...rooms, ...doors]} look="menu" />
                </nav>
              </Menu>
            </div>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <Footer />
    </div>
  );
}
