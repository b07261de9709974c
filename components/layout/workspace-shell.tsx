import { Ellipsis, Menu as MenuIcon } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Bell } from "#components/notifications/bell.tsx";
import { CommandPalette } from "#components/ui/command-palette.tsx";
import { cx } from "#components/ui/cx.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { env } from "#lib/env.ts";
import { countYourTurn } from "#lib/needs/queries.ts";
import { searchRecordsAction } from "#lib/search/actions.ts";
import { AccountMenu } from "./account-menu.tsx";
import { type Area, areaOf, roomsOf } from "./areas.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { Menu } from "./menu.tsx";
import { type NavItem, NavLinks } from "./nav-links.tsx";

/** The numbers beside the navigation, by path: what waits for them. */
async function countsOf(viewer: Viewer, area: Area): Promise<Partial<Record<string, number>>> {
  if (area === "enterprise")
    return { "/enterprise/introductions": (await countYourTurn(viewer)) || undefined };
  if (area === "talent") return {};
  const { ours } = await deskCounts(viewer);
  return Object.fromEntries(Object.entries(ours).map(([name, count]) => [`/staff/${name}`, count]));
}

/** The frame of the workspace that the viewer's role works in. The page draws its own h1 inside. */
export async function WorkspaceShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const area = areaOf(viewer);
  const [t, ui, counts] = await Promise.all([
    getTranslations("layout"),
    getTranslations("ui"),
    countsOf(viewer, area),
  ]);
  const rooms = roomsOf(area, viewer, env().BRIDGE_EMBEDDED === "1");
  const items = (entries: typeof rooms.main, icons: "no" | "small" | "tab"): NavItem[] =>
    entries.map(({ href, key, icon: Icon, exact }) => ({
      href,
      exact,
      label: t(`${area}.${key}`),
      count: counts[href],
      icon:
        icons === "no" ? undefined : <Icon aria-hidden className={icons === "tab" ? "size-5.5" : "size-5"} />,
    }));
  return (
    <div
      className={cx(
        "flex min-h-dvh flex-col bg-mist",
        area === "talent" && "pb-[calc(4rem+env(safe-area-inset-bottom))] md:pb-0",
      )}
    >
      <DemoBanner />
      <header className="sticky top-0 z-30 border-b border-line bg-paper print:hidden">
        <div className="mx-auto flex h-16 max-w-screen-2xl items-center gap-1 px-3 sm:gap-2 sm:px-6">
          <Logo href={`/${area}`} />
          <nav
            aria-label={t("navigation")}
            className={cx("ml-3 hidden items-center", area === "staff" ? "xl:flex" : "md:flex")}
          >
            <NavLinks items={items(rooms.main, "no")} look="bar" />
            {rooms.more.length > 0 && (
              <Menu
                id="more"
                button={
                  <>
                    <Ellipsis aria-hidden className="size-5" />
                    {t("more")}
                  </>
                }
              >
                <NavLinks items={items(rooms.more, "small")} look="menu" />
              </Menu>
            )}
          </nav>
          <div className="ml-auto flex items-center sm:gap-2">
            {area === "staff" && (
              <CommandPalette
                places={[...rooms.main, ...rooms.more].map(({ href, key }) => ({
                  href,
                  label: t(`staff.${key}`),
                }))}
                search={searchRecordsAction}
                texts={{ open: ui("palette.open"), prompt: ui("palette.prompt"), none: ui("palette.none") }}
              />
            )}
            <div className={area === "talent" ? undefined : "hidden sm:block"}>
              <LanguageSwitch label={ui("language")} />
            </div>
            <Bell viewer={viewer} />
            <AccountMenu viewer={viewer} />
            {area !== "talent" && (
              <div className={area === "staff" ? "xl:hidden" : "md:hidden"}>
                <Menu id="main" label={ui("menu")} button={<MenuIcon aria-hidden className="size-6" />}>
                  <nav aria-label={t("navigation")}>
                    <NavLinks items={items([...rooms.main, ...rooms.more], "small")} look="menu" />
                  </nav>
                  <div className="mt-2 border-t border-line pt-2 pl-1 sm:hidden">
                    <LanguageSwitch label={ui("language")} />
                  </div>
                </Menu>
              </div>
            )}
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-screen-2xl grow px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      {area === "talent" && (
        <nav
          aria-label={t("navigation")}
          className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
        >
          <NavLinks items={items(rooms.main, "tab")} look="tabs" />
        </nav>
      )}
    </div>
  );
}
