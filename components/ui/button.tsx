import type { ComponentProps } from "react";
import { Link } from "#lib/i18n/navigation.ts";
import { cx } from "./cx.ts";

export type Tone = "sea" | "bauhinia" | "plain" | "danger" | "quiet";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-5 py-2 font-semibold no-underline transition-colors disabled:opacity-60 disabled:cursor-not-allowed";
const tones: Record<Tone, string> = {
  sea: "border-transparent bg-sea-fill text-white hover:brightness-110",
  bauhinia: "border-transparent bg-bau-fill text-white hover:brightness-110",
  plain: "border-field/50 bg-paper text-ink hover:bg-mist",
  danger: "border-bad/40 bg-paper text-bad hover:bg-bad-bg",
  quiet: "border-transparent bg-transparent text-sea-700 hover:bg-sea-50 px-3",
};

/** The look of a button, for links and labels that act as one. */
export const buttonClass = (tone: Tone = "sea", className?: string) => cx(base, tones[tone], className);

export function Button({
  tone = "sea",
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { tone?: Tone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

export function ButtonLink({
  tone = "sea",
  className,
  ...rest
}: ComponentProps<typeof Link> & { tone?: Tone }) {
  return <Link className={buttonClass(tone, className)} {...rest} />;
}
