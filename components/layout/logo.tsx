import { useTranslations } from "next-intl";
import { Link } from "#lib/i18n/navigation.ts";

/** The bridge: bauhinia for Hong Kong on the left, sea for Yantai on the right. `id` is unique on the page. */
export function BridgeMark({ id, className }: { id: string; className?: string }) {
  return (
    <svg aria-hidden width="36" height="24" viewBox="0 0 34 22" fill="none" className={className}>
      <defs>
        <linearGradient id={id} x1="0" x2="34" gradientUnits="userSpaceOnUse">
          <stop className="[stop-color:var(--color-bau-700)]" />
          <stop offset="1" className="[stop-color:var(--color-sea-700)]" />
        </linearGradient>
      </defs>
      <path d="M1 20C8 4 26 4 33 20" stroke={`url(#${id})`} strokeWidth="3" strokeLinecap="round" />
      <path
        d="M1 20h32M9 20v-8M17 20V8M25 20v-8"
        className="stroke-sea-700"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** The name of the portal, leading home. */
export function Logo({ href = "/" }: { href?: string }) {
  const t = useTranslations("layout");
  return (
    <Link
      href={href}
      className="flex min-h-11 shrink-0 items-center gap-2.5 text-lg font-bold whitespace-nowrap text-sea-800 no-underline"
    >
      <BridgeMark id="logo-arc" />
      <span className="max-[374px]:sr-only">{t("name")}</span>
    </Link>
  );
}
