import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { compileNeed, compileTalent } from "#lib/matching/compile.ts";
import type { MatchContext } from "#lib/matching/context.ts";
import { dayIndex, monthIndex } from "#lib/matching/dates.ts";
import { RowReader } from "#lib/matching/index/codec.ts";
import { Vocabulary } from "#lib/matching/index/from-compiled.ts";
import { NeedIndex } from "#lib/matching/index/need-index.ts";
import type { NeedRow } from "#lib/matching/index/need-row.ts";
import { buildSegment } from "#lib/matching/index/segment.ts";
import { TalentIndex } from "#lib/matching/index/talent-index.ts";
import type { NeedInput } from "#lib/matching/types.ts";
import { type Weights, weightsFor } from "#lib/matching/weights.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { type CompiledRow, findRows, readListedRows, storeRows } from "./compiled-rows.ts";
import { needInputOf, needRecord, stampOf, talentInputOf, talentRecord } from "./records.ts";
import { madeWith, thisMonth } from "./versions.ts";

const BATCH = 100;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Steps of long work with other work of the process between them. */
async function inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/**
 * Both indexes of a pool for one dictionary and one month. Rows of older versions count until they are made anew, because their
 * concepts have the same names; so a new generation answers at once.
 */
export class Generation {
  readonly dictionary = currentDictionary();
  readonly month = thisMonth();
  readonly made = madeWith(this.dictionary.version, this.month);
  readonly vocabulary = new Vocabulary(this.dictionary);
  readonly #reader = new RowReader(this.vocabulary.numbered, monthIndex(this.month) as number);
  talents = new TalentIndex(this.vocabulary.graph, this.vocabulary.meets);
  readonly needs = new NeedIndex(this.vocabulary.graph, this.vocabulary.meets);
  /** listed profiles without a row, and with a row of an older version */
  missing = new Set<string>();
  stale = new Set<string>();
  buildSeconds = 0;
  /** rows that were compiled here, for figures */
  compiled = 0;

  get current(): boolean {
    return this.dictionary.version === currentDictionary().version && this.month === thisMonth();
  }

  /** Reads all rows from PostgreSQL. */
  static async read(): Promise<Generation> {
    const begun = performance.now();
    const made = new Generation();
    const rows = await readListedRows(made.#reader, made.made);
    const segment = await inSteps(buildSegment(rows.store));
    made.talents = new TalentIndex(made.vocabulary.graph, made.vocabulary.meets, segment);
    await inSteps(made.talents.prepare());
    made.missing = shifted(rows.missing);
    made.stale = shifted(rows.stale);
    const open = await db.poolRecord.findMany({ where: { side: "NEED", live: true }, select: { id: true } });
    for (let i = 0; i < open.length; i += BATCH)
      await made.putNeeds(open.slice(i, i + BATCH).map(({ id }) => id));
    made.newDay();
    made.buildSeconds = (performance.now() - begun) / 1000;
    return made;
  }

  /** Ages count from today. */
  newDay(): void {
    const day = dayIndex(today()) as number;
    this.talents.day = day;
    this.needs.day = day;
  }

  #context(weights?: Weights): MatchContext {
    return { dictionary: this.dictionary, asOf: today(), weights };
  }

  /** A need as the index takes it, saved or not. */
  needRow(input: NeedInput, weights?: Weights): NeedRow {
    return this.vocabulary.needRow(compileNeed(input, this.#context(weights)));
  }

  async putNeeds(ids: readonly string[]): Promise<void> {
    const rows = await db.need.findMany({ where: { id: { in: [...ids] } }, select: needRecord });
    for (const row of rows)
      this.needs.put(
        this.vocabulary.needRow(compileNeed(needInputOf(row), this.#context(weightsFor(row.weightFactors)))),
      );
    await breathe();
  }

  /** Puts profiles in their newest state: by the row that another worker made, else compiled, and kept for others. */
  async putTalents(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += BATCH) await this.#putBatch(ids.slice(i, i + BATCH));
  }

  async #putBatch(ids: readonly string[]): Promise<void> {
    const known = await findRows(ids, this.made);
    const put = new Set(
      [...known].filter(([id, row]) => this.talents.putBytes(this.#reader, id, row)).map(([id]) => id),
    );
    const rest = ids.filter((id) => !put.has(id));
    const rows = await db.talent.findMany({ where: { id: { in: rest } }, select: talentRecord });
    const fresh: CompiledRow[] = [];
    for (const row of rows) {
      const compiled = compileTalent(talentInputOf(row), this.#context());
      const talent = this.vocabulary.talentRow(compiled);
      this.talents.put(talent);
      const bytes = this.vocabulary.encode(compiled, talent);
      fresh.push({ talentId: row.id, stamp: stampOf(row), made: this.made, row: bytes });
    }
    this.compiled += fresh.length;
    await storeRows(fresh);
    for (const id of ids) {
      this.missing.delete(id);
      this.stale.delete(id);
    }
    await breathe();
  }

  remove(side: "TALENT" | "NEED", id: string): void {
    if (side === "NEED") this.needs.remove(id);
    else this.talents.remove(id);
    this.missing.delete(id);
    this.stale.delete(id);
  }

  /** Compiles what is missing, then what is stale, a batch at a time. Returns how many were left before. */
  async fill(): Promise<number> {
    const left = this.missing.size + this.stale.size;
    const batch = [...first(this.missing.size > 0 ? this.missing : this.stale, BATCH)];
    if (batch.length === 0) return 0;
    await this.putTalents(batch);
    // one that could not be loaded is not there any more
    for (const id of batch) {
      this.missing.delete(id);
      this.stale.delete(id);
    }
    return left;
  }

  async merge(): Promise<number> {
    const begun = performance.now();
    await inSteps(this.talents.merge());
    return (performance.now() - begun) / 1000;
  }
}

/** From another place on in each worker, so that they do not all compile the same first. */
function shifted(ids: Set<string>): Set<string> {
  const list = [...ids];
  const from = Math.floor(Math.random() * list.length);
  return new Set([...list.slice(from), ...list.slice(0, from)]);
}

function* first<T>(values: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const value of values) {
    if (count++ >= most) return;
    yield value;
  }
}
