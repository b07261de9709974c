import { Best } from "./best.ts";
import type { RowReader } from "./codec.ts";
import { ConceptScorer } from "./concept-score.ts";
import type { Meets } from "./conflict-bits.ts";
import { type ConceptExplanation, explainConcepts, joinsOf } from "./explain-concepts.ts";
import { hasBit } from "./filters.ts";
import type { ConceptGraph } from "./graph.ts";
import { LAYOUT_VERSION, MOST_CONCEPTS, type TalentRow } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import { GivenReader, sourcesOf } from "./query.ts";
import { RowStore, type Rows } from "./rows.ts";
import { Searcher } from "./search.ts";
import { buildSegment, bury, finish, notePlaces, type Segment, SLICE } from "./segment.ts";

export type SearchOptions = { depth?: number; explained?: boolean };
export type FoundTalent = { talentId: string; order: number; explanation?: ConceptExplanation };
type Overlay = { rows: RowStore; alive: boolean[]; places: Map<string, number> };

const emptyOverlay = (): Overlay => ({ rows: new RowStore(), alive: [], places: new Map() });

/**
 * The profiles of a pool, for "which talents fit this need": exactly the best by the concept score, equal ones by id.
 * A large segment that does not change, an overlay of what changed since, and marks for what went; `merge` joins them in slices.
 */
export class TalentIndex {
  readonly graph: ConceptGraph;
  /** today as a day since 1970 */
  day = 0;
  readonly #meets: Meets;
  readonly #slots = new Uint16Array(MOST_CONCEPTS);
  #segment: Segment;
  #searcher: Searcher;
  #overlay = emptyOverlay();
  /** ids changed while a merge is under way */
  #changed: Set<string> | null = null;
  #live: number;
  #changes = 0;

  constructor(graph: ConceptGraph, meets: Meets, segment = finish(buildSegment(new RowStore()))) {
    this.graph = graph;
    this.#meets = meets;
    this.#segment = segment;
    this.#searcher = new Searcher(segment);
    this.#live = segment.size;
  }

  /** Layout of the rows and number of changes since the index was made: two answers of one version saw the same profiles. */
  get version(): string {
    return `${LAYOUT_VERSION}.${this.#changes}`;
  }

  /** profiles that can be found, and those of them that wait to be merged */
  get size(): number {
    return this.#live;
  }

  get waiting(): number {
    return this.#overlay.rows.size;
  }

  /** Rows that the last search scored, of `size`. */
  get scored(): number {
    return this.#searcher.scored + this.#overlay.rows.size;
  }

  /** Bytes of lists and sets that the last search went through before scoring. */
  get bytes(): number {
    return this.#searcher.bytes;
  }

  /** Adds a profile or replaces the one with its id; found from the next search on. */
  put(row: TalentRow): void {
    this.remove(row.id);
    this.#added(row.id, this.#overlay.rows.push(row));
  }

  /** The same for a row in bytes; false when they are of another layout. */
  putBytes(reader: RowReader, id: string, bytes: Uint8Array): boolean {
    if (!reader.reads(bytes, 0)) return false;
    this.remove(id);
    reader.read(this.#overlay.rows, id, bytes, 0);
    this.#added(id, this.#overlay.rows.size - 1);
    return true;
  }

  #added(id: string, place: number): void {
    this.#overlay.alive[place] = true;
    this.#overlay.places.set(id, place);
    this.#live++;
  }

  /** True when there was one. */
  remove(id: string): boolean {
    this.#changed?.add(id);
    this.#changes++;
    const place = this.#overlay.places.get(id);
    const waits = place !== undefined && this.#overlay.alive[place] === true;
    if (waits) this.#overlay.alive[place] = false;
    const had = bury(this.#segment, id) || waits;
    if (had) this.#live--;
    return had;
  }

  /** Makes the index ready for changes, in slices; else the first change does it at once. */
  *prepare(): Generator<void, void> {
    yield* notePlaces(this.#segment);
  }

  /** What `see` makes of the row of one profile; undefined when there is none. */
  withRow<Result>(id: string, see: (rows: Rows, row: number) => Result): Result | undefined {
    const late = this.#overlay.places.get(id);
    if (late !== undefined && this.#overlay.alive[late]) return see(this.#overlay.rows, late);
    const row = finish(notePlaces(this.#segment)).get(id);
    return row !== undefined && hasBit(this.#segment.alive, row) ? see(this.#segment, row) : undefined;
  }

  /** Shows every profile that can be found, in no particular order. */
  each(see: (rows: Rows, row: number, id: string) => void): void {
    const segment = this.#segment;
    for (let row = 0; row < segment.size; row++)
      if (hasBit(segment.alive, row)) see(segment, row, segment.ids[row] as string);
    const { rows, alive } = this.#overlay;
    for (let row = 0; row < rows.size; row++) if (alive[row]) see(rows, row, rows.ids[row] as string);
  }

  /** The best talents for a need, the best first. */
  find(need: NeedRow, options: SearchOptions = {}): FoundTalent[] {
    return this.#query(need, options, (reader, scorer, sources, best) => {
      this.#searcher.search(need, sources, reader, scorer, this.#meets, best);
      this.#scanOverlay(need, reader, scorer, best);
    });
  }

  /** The same by scoring every profile: what `find` must equal. */
  scan(need: NeedRow, options: SearchOptions = {}): FoundTalent[] {
    return this.#query(need, options, (reader, scorer, _, best) => {
      const segment = this.#segment;
      for (let row = 0; row < segment.size; row++) {
        if (!hasBit(segment.alive, row)) continue;
        const order = scorer.score(need, segment, row, reader.read(segment, row));
        best.offer(order, segment.ids[row] as string, row, false);
      }
      this.#scanOverlay(need, reader, scorer, best);
    });
  }

  #query(
    need: NeedRow,
    { depth = 50, explained = false }: SearchOptions,
    work: (
      reader: GivenReader,
      scorer: ConceptScorer,
      sources: ReturnType<typeof sourcesOf>,
      best: Best,
    ) => void,
  ): FoundTalent[] {
    const sources = sourcesOf(need, this.graph);
    const reader = new GivenReader(need, sources, this.#slots);
    const scorer = new ConceptScorer(this.#meets, this.day);
    const best = new Best(depth);
    try {
      work(reader, scorer, sources, best);
      return best.ranked().map(({ id, order, place, late }) => {
        if (!explained) return { talentId: id, order };
        const rows = late ? this.#overlay.rows : this.#segment;
        const joins = joinsOf(need, rows, place, reader);
        const given = reader.read(rows, place);
        return {
          talentId: id,
          order,
          explanation: explainConcepts(need, rows, place, given, joins, scorer),
        };
      });
    } finally {
      reader.close();
    }
  }

  #scanOverlay(need: NeedRow, reader: GivenReader, scorer: ConceptScorer, best: Best): void {
    const { rows, alive } = this.#overlay;
    for (let row = 0; row < rows.size; row++) {
      if (!alive[row]) continue;
      const order = scorer.score(need, rows, row, reader.read(rows, row));
      best.offer(order, rows.ids[row] as string, row, true);
    }
  }

  /** Joins overlay and segment; each step is one slice, and searches and changes may come between the steps. */
  *merge(): Generator<void, void> {
    if (this.#changed) throw new Error("a merge is under way");
    this.#changed = new Set();
    const [segment, overlay] = [this.#segment, this.#overlay];
    const store = new RowStore(this.#live);
    for (let row = 0; row < segment.size; row++) {
      if (hasBit(segment.alive, row)) store.copy(segment, row, segment.ids[row] as string);
      if (row % SLICE === SLICE - 1) yield;
    }
    const upTo = overlay.rows.size;
    for (let row = 0; row < upTo; row++)
      if (overlay.alive[row]) store.copy(overlay.rows, row, overlay.rows.ids[row] as string);
    yield;
    const merged = yield* buildSegment(store);
    yield* notePlaces(merged);
    const late = emptyOverlay();
    for (const id of this.#changed) {
      bury(merged, id);
      const place = overlay.places.get(id);
      if (place === undefined || !overlay.alive[place]) continue;
      late.places.set(id, late.rows.size);
      late.alive.push(true);
      late.rows.copy(overlay.rows, place, id);
    }
    this.#segment = merged;
    this.#overlay = late;
    this.#searcher = new Searcher(merged);
    this.#changed = null;
  }
}
