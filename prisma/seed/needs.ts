import { viewerOf } from "#lib/auth/session.ts";
import {
  closeNeed,
  pauseNeed,
  postNeed,
  recordFilled,
  saveNeedDraft,
  withdrawNeed,
} from "#lib/needs/commands.ts";
import { toNeedDraft } from "#lib/needs/import-record.ts";
import { expireNeeds } from "#lib/needs/jobs.ts";
import { openNeed, returnNeed } from "#lib/needs/review-commands.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { Calendar } from "./calendar.ts";
import { DEMO_ENTERPRISES } from "./enterprises.ts";
import { needRecords } from "./records.ts";

type State =
  | "open"
  | "submitted"
  | "draft"
  | "returned"
  | "paused"
  | "partial"
  | "filled"
  | "closed"
  | "withdrawn"
  | "expired";

/** Which enterprise posts which record of the collection, and how far its need has come. */
const POSTS: [enterprise: string, record: string, state: State][] = [
  ["wind", "N01", "open"],
  ["wind", "N02", "open"],
  ["wind", "N03", "open"],
  ["wind", "N04", "submitted"],
  ["pharma", "N05", "open"],
  ["pharma", "N06", "open"],
  ["pharma", "N07", "open"],
  ["pharma", "N37", "open"],
  ["materials", "N09", "open"],
  ["materials", "N10", "paused"],
  ["materials", "N11", "open"],
  ["auto", "N13", "open"],
  ["auto", "N15", "partial"],
  ["auto", "N16", "open"],
  ["auto", "N38", "open"],
  ["wine", "N17", "open"],
  ["wine", "N19", "open"],
  ["wine", "N39", "filled"],
  ["vision", "N21", "open"],
  ["vision", "N22", "returned"],
  ["vision", "N23", "open"],
  ["port", "N25", "open"],
  ["port", "N26", "submitted"],
  ["port", "N31", "open"],
  ["port", "N27", "closed"],
  ["harbour", "N08", "open"],
  ["harbour", "N24", "open"],
  ["harbour", "N20", "withdrawn"],
  ["harbour", "N28", "expired"],
  ["waiting", "N35", "draft"],
];

/** Those that were posted long before the others: somebody has landed with them. */
const POSTED: Record<string, number> = { N17: -142 };

/** Posts the needs as their enterprises would, and has the Yantai office open them. Returns ids of needs by record. */
export async function seedNeeds(calendar: Calendar): Promise<Map<string, string>> {
  const officer = await viewerOf("staff.yt@demo.example");
  const records = needRecords();
  const ids = new Map<string, string>();
  for (const [index, [enterprise, id, state]] of POSTS.entries()) {
    const owner = DEMO_ENTERPRISES.find((one) => one.key === enterprise)!;
    const member = await viewerOf(owner.email);
    const posted = POSTED[id] ?? -26 + index * 0.3;
    const draft = {
      ...toNeedDraft(records.get(id)!, currentDictionary()),
      contactName: owner.contactName,
      contactPhone: owner.contactPhone,
      housing: index % 3 === 0,
      relocation: index % 4 === 0,
      confidential: id === "N06",
      // one place is filled by a case of the demo, the other is still open
      ...(id === "N17" ? { headcount: 2 } : {}),
    };
    if (state === "expired")
      draft.deadline = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    if (state === "draft") {
      await calendar.on(posted, () => saveNeedDraft(member, draft));
      continue;
    }
    const { needId } = await calendar.on(posted, () => postNeed(member, draft));
    ids.set(id, needId);
    if (state === "submitted") continue;
    if (state === "returned") {
      await calendar.on(-4, () =>
        returnNeed(officer, needId, { reason: "请补充该岗位的工作语言要求，并说明是否提供住房。" }),
      );
      continue;
    }
    await calendar.on(posted + 1.5, () => openNeed(officer, needId));
    if (state === "paused") await calendar.on(-5, () => pauseNeed(member, needId));
    if (state === "partial") await calendar.on(-6, () => recordFilled(member, needId, { count: 1 }));
    if (state === "filled")
      await calendar.on(-4, () => recordFilled(member, needId, { count: draft.headcount }));
    if (state === "closed")
      await calendar.on(-3, () => closeNeed(member, needId, { reason: "岗位调整，本年度不再招聘。" }));
    if (state === "withdrawn")
      await calendar.on(-8, () => withdrawNeed(member, needId, { reason: "部門重組，暫緩招聘。" }));
  }
  await expireNeeds();
  return ids;
}
