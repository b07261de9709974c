import type { NormalText } from "#lib/matching/text.ts";
import { adjacent, type FormUnit, formUnits, onBoundary, storedKeys } from "./forms.ts";

type Node = { next: Map<string, Node>; ids: string[] | null };
type Hidden = ReadonlySet<string>;
type Match = { start: number; end: number; ids: string[] };
const longestForm = 24;

/** Written forms of concepts, found by longest match on normalised text in time linear in its length. */
export class FormTrie {
  readonly #root: Node = { next: new Map(), ids: null };

  add(form: string, id: string): void {
    const keys = storedKeys(form);
    if (keys.length === 0 || keys.length > longestForm) return;
    let node = this.#root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), ids: null };
        node.next.set(key, next);
      }
      node = next;
    }
    if (!node.ids) node.ids = [id];
    else if (!node.ids.includes(id)) node.ids.push(id);
  }

  /**
   * Non-overlapping matches from left to right, as stretches of the normalised text. The forms of `below` count as well, but for
   * those of concepts that are `hidden`.
   */
  *matches(original: string, normal: NormalText, below?: FormTrie, hidden?: Hidden): Generator<Match> {
    const units = formUnits(original, normal, "look up");
    for (let i = 0; i < units.length; i++) {
      const match = this.#longestAt(normal.text, units, i, below, hidden);
      if (!match) continue;
      const first = units[i] as FormUnit;
      const last = units[match.last] as FormUnit;
      yield { start: first.start, end: last.end, ids: match.ids };
      i = match.last;
    }
  }

  #longestAt(
    text: string,
    units: readonly FormUnit[],
    first: number,
    below?: FormTrie,
    hidden?: Hidden,
  ): { last: number; ids: string[] } | null {
    let nodes: Node[] = [this.#root];
    let under: Node[] = below ? [below.#root] : [];
    let best: { last: number; ids: string[] } | null = null;
    for (let i = first; i < units.length && i < first + longestForm; i++) {
      const unit = units[i] as FormUnit;
      if (i > first && !adjacent(text, units[i - 1] as FormUnit, unit)) break;
      nodes = onwards(nodes, unit);
      under = onwards(under, unit);
      if (nodes.length === 0 && under.length === 0) break;
      const ids = idsOf(nodes);
      for (const id of idsOf(under)) if (!hidden?.has(id)) ids.push(id);
      if (ids.length > 0 && onBoundary(units, first, i)) best = { last: i, ids: [...new Set(ids)] };
    }
    return best;
  }
}

const idsOf = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => node.ids ?? []);
const onwards = (nodes: readonly Node[], unit: FormUnit): Node[] =>
  nodes.flatMap((node) => unit.keys.map((key) => node.next.get(key)).filter((next) => next !== undefined));
