import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { canAct, readableBy } from "./policy.ts";
import type { MessageDetail, MessageStatus, MessageSummary } from "./schema.ts";

const PAGE = 30;
const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
const summary = {
  id: true,
  status: true,
  topic: true,
  name: true,
  body: true,
  locale: true,
  office: true,
  officeSince: true,
  createdAt: true,
} as const;

export type MessageFilter = {
  status?: MessageStatus;
  office?: MessageSummary["office"];
  /** the id of the last row of the page before */
  after?: string;
};

/** Messages to the workstation: open ones oldest first, so that nobody waits forgotten; others newest first. */
export async function listContactMessages(
  viewer: Viewer,
  { status = "OPEN", office, after }: MessageFilter = {},
): Promise<{ items: MessageSummary[]; next?: string }> {
  const order = status === "OPEN" ? "asc" : "desc";
  const rows = await db.contactMessage.findMany({
    where: { AND: [{ status, office }, readableBy(viewer)] },
    orderBy: [{ createdAt: order }, { id: order }],
    take: PAGE + 1,
    ...(after && isId(after) ? { cursor: { id: after }, skip: 1 } : {}),
    select: summary,
  });
  const items = rows.slice(0, PAGE).map(({ body, locale, topic, ...row }) => ({
    ...row,
    topic: topic as MessageSummary["topic"],
    locale: fromDbLocale(locale),
    excerpt: [...body.replace(/\s+/g, " ")].slice(0, 120).join(""),
  }));
  return { items, next: rows.length > PAGE ? items.at(-1)?.id : undefined };
}

/** How many open messages lie with each office. */
export async function countOpenMessages(viewer: Viewer): Promise<Record<MessageSummary["office"], number>> {
  const groups = await db.contactMessage.groupBy({
    by: ["office"],
    where: { AND: [{ status: "OPEN" }, readableBy(viewer)] },
    _count: true,
  });
  const of = (office: MessageSummary["office"]) =>
    groups.find((group) => group.office === office)?._count ?? 0;
  return { HONG_KONG: of("HONG_KONG"), YANTAI: of("YANTAI") };
}

/** One message with what the viewer may do about it; null when there is none in reach. */
export async function getContactMessage(viewer: Viewer, id: string): Promise<MessageDetail | null> {
  if (!isId(id)) return null;
  const row = await db.contactMessage.findFirst({
    where: { AND: [{ id }, readableBy(viewer)] },
    select: { ...summary, email: true, answer: true, answeredAt: true, version: true },
  });
  if (!row) return null;
  const may = row.status === "OPEN" && canAct(viewer, row);
  return {
    ...row,
    topic: row.topic as MessageSummary["topic"],
    locale: fromDbLocale(row.locale),
    can: { answer: may, handOver: may, close: may },
  };
}
