import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { BridgeScene } from "./bridge-scene.tsx";

/** What this is, for whom, and the two ways in; below it the bridge that lands on the three cards. */
export function Hero({ openNeeds }: { openNeeds: number }) {
  const t = useTranslations("home");
  return (
    <>
      <div className="relative overflow-hidden bg-linear-to-b from-sea-50 to-paper">
        <div className="relative z-10 mx-auto max-w-6xl px-4 pt-12 pb-44 sm:px-6 sm:pt-18 sm:pb-72">
          <h1 className="max-w-[16em] text-[2.1rem] leading-tight sm:text-5xl lg:text-[3.4rem]">
            {t("title")}
          </h1>
          <p className="mt-4 max-w-[34em] text-lg text-slate sm:mt-5 sm:text-xl">{t("lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink href="/register/talent" tone="bauhinia">
              {t("asTalent")}
            </ButtonLink>
            <ButtonLink href="/register/enterprise">{t("asEnterprise")}</ButtonLink>
            <ButtonLink href="/needs" tone="plain">
              {t("seeNeeds", { count: openNeeds })}
            </ButtonLink>
          </div>
        </div>
        <BridgeScene label={t("bridge")} />
      </div>
      <Banks />
    </>
  );
}

const banks = [
  { key: "hk", href: "/register/talent", line: "bg-bau-700", link: "text-bau-700" },
  {
    key: "middle",
    href: "/matching",
    line: "bg-linear-to-b md:bg-linear-to-r from-bau-700 to-sea-700",
    link: "text-sea-700",
  },
  { key: "yt", href: "/register/enterprise", line: "bg-sea-700", link: "text-sea-700" },
] as const;

/** Hong Kong, the bridge, Yantai: one card with three parts. On a phone the line runs down its side. */
function Banks() {
  const t = useTranslations("home");
  return (
    <div className="relative z-10 mx-auto -mt-7 max-w-6xl px-4 sm:-mt-10 sm:px-6">
      <div className="grid overflow-clip rounded-lg border border-line bg-paper shadow-card md:grid-cols-3">
        {banks.map(({ key, href, line, link }) => (
          <section
            key={key}
            className="relative border-line p-6 pl-7 not-first:border-t md:p-7 md:not-first:border-t-0 md:not-first:border-l"
          >
            <span
              aria-hidden
              className={cx(
                "absolute inset-y-0 left-0 w-1 md:inset-x-0 md:bottom-auto md:h-1 md:w-auto",
                line,
              )}
            />
            <h2 className="text-lg">{t(`${key}.title`)}</h2>
            <p className="mt-1.5 text-[15px] text-slate">{t(`${key}.text`)}</p>
            <Link
              href={href}
              className={cx(
                "mt-2 inline-flex min-h-11 items-center font-semibold no-underline hover:underline",
                link,
              )}
            >
              {t(`${key}.link`)}
              <span aria-hidden className="ml-1.5">
                →
              </span>
            </Link>
          </section>
        ))}
      </div>
    </div>
  );
}
