import { systemViewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";
import type { JobData } from "#lib/jobs/names.ts";
import { enqueue } from "#lib/jobs/queue.ts";

const PAGE = 200;
/** So many in one job: then it hands on, and a worker that is stopped loses no more than this. */
const MOST = 2000;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Name = "talents.rederive" | "needs.rederive";
type Rows = {
  /** ids of rows that the change may concern, in order */
  ids(after: string, take: number): Promise<{ id: string }[]>;
  /** makes one row agree with the dictionary; nothing to do is the usual case */
  derive(id: string): Promise<void>;
};

/** Goes through the rows that a change of the dictionary concerns; the rest of many is a job of its own. */
export async function rederiveInBatches(name: Name, data: JobData[Name], rows: Rows): Promise<void> {
  let after = data.after ?? FIRST;
  for (let done = 0; done < MOST; ) {
    const page = await rows.ids(after, PAGE);
    for (const { id } of page) await rows.derive(id);
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.id;
    done += page.length;
  }
  await transaction(systemViewer("dictionary"), (tx) => enqueue(tx, name, { ...data, after }));
}
