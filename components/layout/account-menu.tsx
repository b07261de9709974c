import { ChevronDown, LogOut, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { signOutAction } from "#lib/accounts/actions.ts";
import { IDLE } from "#lib/action-state.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { Menu } from "./menu.tsx";

const row =
  "flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-md px-3 text-left no-underline hover:bg-sea-50";

/** Who is signed in, where from, and the way out. */
export function AccountMenu({ viewer, settings = true }: { viewer: Viewer; settings?: boolean }) {
  const t = useTranslations("layout.account");
  const terms = useTranslations("terms");
  const office = viewer.office && terms(`offices.${viewer.office}`);
  const signOut = signOutAction.bind(null, IDLE) as unknown as (form: FormData) => Promise<void>;
  return (
    <Menu
      id="account"
      label={t("menu", { name: viewer.name })}
      button={
        <>
          <span
            aria-hidden
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sea-100 font-semibold text-sea-800"
          >
            {[...viewer.name][0]?.toUpperCase()}
          </span>
          <span className="hidden max-w-48 text-left text-sm leading-tight 2xl:block">
            <span className="block truncate font-medium text-ink">{viewer.name}</span>
            {office && <span className="block truncate">{office}</span>}
          </span>
          <ChevronDown aria-hidden className="hidden size-4 shrink-0 sm:block" />
        </>
      }
    >
      <div className="border-b border-line px-3 pt-1 pb-2.5">
        <p className="font-semibold [overflow-wrap:anywhere]">{viewer.name}</p>
        <p className="text-sm text-slate [overflow-wrap:anywhere]">{viewer.email}</p>
        <p className="text-sm text-slate">
          {isStaff(viewer) && office ? office : terms(`roles.${viewer.role}`)}
        </p>
      </div>
      <div className="pt-2">
        {settings && (
          <Link href="/settings" className={row}>
            <Settings aria-hidden className="size-5 text-slate" />
            {t("settings")}
          </Link>
        )}
        <form action={signOut}>
          <button type="submit" className={row}>
            <LogOut aria-hidden className="size-5 text-slate" />
            {t("signOut")}
          </button>
        </form>
      </div>
    </Menu>
  );
}
