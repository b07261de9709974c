import type { Viewer } from "#lib/auth/viewer.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { answerableBy } from "#lib/introductions/acting.ts";
import { casesOpenTo, sideOf } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, Locale } from "#prisma/generated/enums.ts";
import { PAGE_SIZE } from "./limits.ts";
import { type CaseOf, peopleOf } from "./people.ts";
import { partiesOf, threadsOpenTo } from "./policy.ts";
import type { MessageView, Page, Person, Reader, ThreadRef, ThreadSummary } from "./schema.ts";
import { convertedFor } from "./script.ts";

const messageSelect = {
  id: true,
  seq: true,
  authorId: true,
  side: true,
  office: true,
  body: true,
  locale: true,
  channel: true,
  mentions: true,
  createdAt: true,
  files: { select: { file: { select: { id: true, filename: true, size: true } } } },
} as const satisfies Prisma.ThreadMessageSelect;
type Row = Prisma.ThreadMessageGetPayload<{ select: typeof messageSelect }>;

const caseSelect = { id: true, talentId: true, enterpriseId: true, office: true, ownerId: true } as const;

export type Conversation = {
  threads: ThreadSummary[];
  /** whether the viewer may write now */
  writable: boolean;
  people: Person[];
  /** the languages of the two sides, for templates; staff only */
  languages: { TALENT: AppLocale; ENTERPRISE: AppLocale } | null;
};

/** The threads of a case with what is unread, and who sits at the chosen one. Null when the case is not open to the viewer. */
export async function getConversation(viewer: Viewer, ref: ThreadRef): Promise<Conversation | null> {
  return transaction(viewer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { AND: [{ id: ref.introductionId }, casesOpenTo(viewer)] },
      select: { ...caseSelect, ...languagesSelect },
    });
    if (!found) return null;
    const writable = await tx.introduction.count({
      where: { AND: [{ id: ref.introductionId }, answerableBy(viewer)] },
    });
    const people = writable ? await peopleOf(tx, viewer, found, ref.party) : [];
    return {
      threads: await summaries(tx, viewer, ref.introductionId),
      writable: writable > 0,
      people: people.filter(({ id }) => id !== viewer.accountId),
      languages: sideOf(viewer) === "STAFF" ? languagesOf(found) : null,
    };
  });
}

const languagesSelect = {
  talent: { select: { locale: true, account: { select: { locale: true } } } },
  enterprise: { select: { locale: true } },
} as const;

const languagesOf = (of: {
  talent: { locale: Locale; account: { locale: Locale } | null };
  enterprise: { locale: Locale };
}) => ({
  TALENT: fromDbLocale(of.talent.account?.locale ?? of.talent.locale),
  ENTERPRISE: fromDbLocale(of.enterprise.locale),
});

async function summaries(tx: Tx, viewer: Viewer, introductionId: string): Promise<ThreadSummary[]> {
  const rows = await tx.thread.findMany({
    where: { AND: [{ introductionId }, threadsOpenTo(viewer)] },
    select: {
      party: true,
      lastSeq: true,
      reads: { where: { accountId: viewer.accountId ?? "" }, select: { seq: true }, take: 1 },
    },
    take: 3,
  });
  return partiesOf(sideOf(viewer)).map((party) => {
    const row = rows.find((one) => one.party === party);
    const lastSeq = row?.lastSeq ?? 0;
    return { party, lastSeq, unread: lastSeq - (row?.reads[0]?.seq ?? 0) };
  });
}

/** Which part of a thread: after a number, or the newest before one. */
export type Window = { after: number } | { before?: number };

/** A page of a thread in its order; null when the case is not open to the viewer. A thread without messages is an empty page. */
export async function listMessages(
  viewer: Viewer,
  ref: ThreadRef,
  window: Window,
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<Page | null> {
  if (!partiesOf(sideOf(viewer)).includes(ref.party)) return null;
  return transaction(viewer, async (tx) => {
    const of = await tx.introduction.findFirst({
      where: { AND: [{ id: ref.introductionId }, casesOpenTo(viewer)] },
      select: caseSelect,
    });
    if (!of) return null;
    const forward = "after" in window;
    const seq = forward ? { gt: window.after } : window.before ? { lt: window.before } : undefined;
    const rows = await tx.threadMessage.findMany({
      where: { seq, thread: { AND: [ref, threadsOpenTo(viewer)] } },
      orderBy: { seq: forward ? "asc" : "desc" },
      take: PAGE_SIZE + 1,
      select: messageSelect,
    });
    const page = rows.slice(0, PAGE_SIZE).sort((a, b) => a.seq - b.seq);
    const names = await namesFor(tx, viewer, of, ref, page);
    return {
      messages: page.map((row) => toView(row, viewer, names, locale)),
      earlier: !forward && rows.length > PAGE_SIZE,
      readers: sideOf(viewer) === "STAFF" ? await readersOf(tx, of, ref, names) : [],
    };
  });
}

type Names = ReadonlyMap<string, { name: string; side: CaseSide }>;

/** Names of who wrote or read: of those at the thread as the viewer may know them, of others who left by their accounts. */
async function namesFor(tx: Tx, viewer: Viewer, of: CaseOf, ref: ThreadRef, rows: Row[]): Promise<Names> {
  const people = await peopleOf(tx, viewer, of, ref.party);
  const names = new Map(people.map(({ id, name, side }) => [id, { name, side }]));
  // of the talent's side nobody is named who is not named there
  const gone = rows.filter(({ authorId, side }) => authorId && side !== "TALENT" && !names.has(authorId));
  const accounts = await tx.account.findMany({
    where: { id: { in: gone.map(({ authorId }) => authorId!) } },
    select: { id: true, displayName: true },
    take: PAGE_SIZE,
  });
  for (const { id, displayName } of accounts)
    names.set(id, { name: displayName, side: gone.find(({ authorId }) => authorId === id)!.side });
  return names;
}

async function readersOf(tx: Tx, of: CaseOf, { party }: ThreadRef, names: Names): Promise<Reader[]> {
  const reads = await tx.threadRead.findMany({
    where: { thread: { introductionId: of.id, party } },
    select: { accountId: true, seq: true },
    take: 200,
  });
  return reads.flatMap(({ accountId, seq }) => {
    const person = names.get(accountId);
    return person ? [{ ...person, seq }] : [];
  });
}

function toView(row: Row, viewer: Viewer, names: Names, reader: AppLocale): MessageView {
  const { authorId, locale, createdAt, mentions, files, ...rest } = row;
  const lang = fromDbLocale(locale);
  return {
    ...rest,
    mine: authorId !== null && authorId === viewer.accountId,
    author: (authorId && names.get(authorId)?.name) || null,
    lang,
    convertible: convertedFor(row.body, lang, reader) !== null,
    forMe: viewer.accountId !== null && mentions.includes(viewer.accountId),
    files: files.map(({ file }) => file),
    at: createdAt.toISOString(),
  };
}

/** A message in the reader's own Chinese script; null when it is not theirs to read or would not change. */
export async function convertMessage(
  viewer: Viewer,
  messageId: string,
  reader: AppLocale,
): Promise<string | null> {
  const row = await transaction(viewer, (tx) =>
    tx.threadMessage.findFirst({
      where: { id: messageId, thread: threadsOpenTo(viewer) },
      select: { body: true, locale: true },
    }),
  );
  return row && convertedFor(row.body, fromDbLocale(row.locale), reader);
}

/** How far the threads of a case have come, for open pages; null when it is not open to the viewer. */
export async function getHeads(viewer: Viewer, introductionId: string) {
  return transaction(viewer, async (tx) => {
    const open = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      select: { id: true },
    });
    if (!open) return null;
    return tx.thread.findMany({
      where: { AND: [{ introductionId }, threadsOpenTo(viewer)] },
      select: { party: true, lastSeq: true },
      take: 3,
    });
  });
}
