import { cx } from "#components/ui/cx.ts";
import { type Span, segments } from "#lib/matches/marks.ts";

const COLOURS = [
  "border-sea-500 bg-sea-100",
  "border-ok bg-ok-bg",
  "border-bau-500 bg-bau-100",
  "border-warn bg-warn-bg",
  "border-slate bg-line",
] as const;

/** How a side's texts are shown: where evidence lies by field, and in which script. */
export type Shown = {
  spans: ReadonlyMap<string, Span[]>;
  lang: string;
  convert: (text: string) => string;
  /** "Evidence 2", for those who do not see the colour */
  label: (number: number) => string;
};

/**
 * A text with its evidence underlined: the same piece has the same colour and number on both sides. Where pieces overlap the
 * first one colours the stretch and each shows its number where it ends.
 */
export function MarkedText({ text, field, shown }: { text: string; field: string; shown: Shown }) {
  const parts = segments(text, shown.spans.get(field) ?? []);
  return (
    <span lang={shown.lang} className="[overflow-wrap:anywhere] whitespace-pre-line">
      {parts.map((part, index) => {
        if (part.groups.length === 0) return <span key={index}>{shown.convert(part.text)}</span>;
        const colour = COLOURS[(part.groups[0]! - 1) % COLOURS.length]!;
        return (
          <mark key={index} className={cx("border-b-2 py-px text-inherit", colour)}>
            {shown.convert(part.text)}
            {part.ends.length > 0 && (
              <sup
                className="ml-px text-[10px] font-semibold text-slate"
                title={part.ends.map(shown.label).join(", ")}
              >
                {part.ends.join(",")}
              </sup>
            )}
          </mark>
        );
      })}
    </span>
  );
}
