import { expect } from "vitest";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { readDocumentFile } from "#lib/talents/document-query.ts";
import { getCaseFrame } from "./case-queries.ts";
import { caseFilesOpenTo } from "./files.ts";
import { getCandidate, listCandidates } from "./queries.ts";
import { type Model, type Round, SECRETS, type World } from "./reach-world.ts";

/** Support of reach.db.test.ts: every way by which an enterprise may read, against what the model allows. */
type Status = { match: string; case: string | null };
type Personal = "identity" | "contact" | "cv";

const gives = ({ held }: Round, category: Giveable) =>
  held.has(`INTRODUCTION ${category}`) && held.has(`CROSS_BORDER ${category}`);
const based = (round: Round) => round.talent && gives(round, "anonymous");
/** Both accepted, nothing ended it, and this very category was given and not taken back. */
const mayRead = (round: Round, status: Status, category: Personal) =>
  based(round) && round.enterprise && status.match === "INTRODUCED" && gives(round, category);

async function statuses({ pairs }: World): Promise<Status[]> {
  const rows = await db.match.findMany({
    where: { id: { in: pairs.map(({ id }) => id) } },
    select: { id: true, status: true, introduction: { select: { status: true } } },
  });
  return pairs.map(({ id }) => {
    const row = rows.find((one) => one.id === id);
    return { match: row?.status ?? "NONE", case: row?.introduction?.status ?? null };
  });
}

type Seen = {
  identity: number;
  contact: number;
  cv: number;
  files: string[] | null;
  messages: string[] | null;
};

/** Straight from the tables under row-level security, as the application's own role. */
const rawRows = (viewer: Viewer, { talentId }: World) =>
  transaction(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<Seen[]>`
      SELECT (SELECT count(*)::int FROM "TalentIdentity" WHERE "talentId" = ${talentId}::uuid) AS identity,
             (SELECT count(*)::int FROM "TalentContact" WHERE "talentId" = ${talentId}::uuid) AS contact,
             (SELECT count(*)::int FROM "Document" WHERE "talentId" = ${talentId}::uuid) AS cv,
             (SELECT array_agg(f.filename) FROM "CaseFile" f JOIN "Introduction" i ON i.id = f."introductionId" WHERE i."talentId" = ${talentId}::uuid) AS files,
             (SELECT array_agg(m.body) FROM "ThreadMessage" m JOIN "Thread" t ON t.id = m."threadId" JOIN "Introduction" i ON i.id = t."introductionId" WHERE i."talentId" = ${talentId}::uuid) AS messages`;
    const document = await tx.document.findFirst({ where: { talentId }, select: { id: true } });
    const opened = document && (await readDocumentFile(tx, viewer, document.id));
    const files = await tx.caseFile.findMany({
      where: { AND: [caseFilesOpenTo(viewer), { introduction: { talentId } }] },
      select: { filename: true },
    });
    return { ...row!, opened: opened !== null, caseFiles: files.map(({ filename }) => filename) };
  });

/** Reads as one enterprise in every way and compares. `mine` are the places of its pairs in the world. */
async function checkAs(viewer: Viewer, world: World, model: Model, all: Status[], mine: number[]) {
  if (model.suspended && mine.includes(0)) return checkShut(viewer, world);
  const rounds = mine.map((at) => ({ round: model.rounds[at]!, status: all[at]!, pair: world.pairs[at]! }));
  const some = (category: Personal) =>
    !model.gone && rounds.some(({ round, status }) => mayRead(round, status, category));
  const raw = await rawRows(viewer, world);
  expect([raw.identity, raw.contact, raw.cv, raw.opened]).toEqual([
    Number(some("identity")),
    Number(some("contact")),
    Number(some("cv")),
    some("cv"),
  ]);
  const openCases = rounds.filter(
    ({ round, status }) =>
      based(round) && status.match === "INTRODUCED" && status.case && status.case !== "WITHDRAWN",
  );
  const files = openCases.map(() => SECRETS.file);
  expect([raw.files ?? [], raw.caseFiles]).toEqual([files, files]);
  expect(raw.messages ?? []).toEqual(openCases.map(() => SECRETS.message));
  let shown = "";
  for (const { round, status, pair } of rounds) {
    const candidate = await getCandidate(viewer, pair.id);
    const can = (category: Personal) => !model.gone && mayRead(round, status, category);
    const open = based(round) && ["TALENT_ACCEPTED", "INTRODUCED"].includes(status.match);
    expect({
      profile: Boolean(candidate?.profile),
      cv: Boolean(candidate?.cv),
      name: Boolean(candidate?.person.name),
      contact: Boolean(candidate?.person.contact),
      cvs: (candidate?.person.cvs?.length ?? 0) > 0,
    }).toEqual({
      profile: open,
      cv: open && (gives(round, "anonymous_cv") || mayRead(round, status, "cv")),
      name: can("identity"),
      contact: can("contact"),
      cvs: can("cv"),
    });
    if (status.case) {
      const frame = await getCaseFrame(viewer, { matchId: pair.id });
      expect(Boolean(frame)).toBe(openCases.some((one) => one.pair === pair));
      expect(Boolean(frame?.talent.name)).toBe(Boolean(frame) && can("identity"));
    }
    shown += JSON.stringify(candidate);
  }
  const { candidates: listed } = await listCandidates(viewer);
  for (const { round, status, pair } of rounds) {
    const open = based(round) && ["TALENT_ACCEPTED", "INTRODUCED"].includes(status.match);
    const state = listed.find((one) => one.id === pair.id)?.state ?? "ended";
    expect(["waiting", "introduced"].includes(state)).toBe(open);
  }
  shown += JSON.stringify(listed);
  for (const category of ["identity", "contact", "cv"] as const)
    if (!some(category)) expect(shown).not.toContain(SECRETS[category]);
}

/** Whoever has left the enterprise reads no row, even in the request that was under way; nor does one that is suspended. */
async function checkLeft(world: World) {
  const rows = await rawRows(world.member, world);
  expect([rows.identity, rows.contact, rows.cv, rows.files, rows.messages]).toEqual([0, 0, 0, null, null]);
}

async function checkShut(viewer: Viewer, world: World) {
  const rows = await rawRows(viewer, world);
  expect([
    rows.identity,
    rows.contact,
    rows.cv,
    rows.files,
    rows.messages,
    rows.opened,
    rows.caseFiles,
  ]).toEqual([0, 0, 0, null, null, false, []]);
  for (const { id } of world.pairs) {
    expect(await getCandidate(viewer, id)).toBeNull();
    expect(await getCaseFrame(viewer, { matchId: id })).toBeNull();
  }
  expect((await listCandidates(viewer)).candidates).toEqual([]);
}

/** What people are told, and what waits to be mailed, names nobody at any time. */
async function checkTold({ member, colleague, stranger }: World) {
  const accountId = { in: [member, colleague, stranger].map((viewer) => viewer.accountId!) };
  const told = await db.notification.findMany({ where: { accountId }, select: { params: true } });
  const mails = await db.mailMessage.findMany({
    where: { accountId },
    select: { text: true, subject: true },
  });
  const words = JSON.stringify([told, mails]);
  for (const secret of Object.values(SECRETS)) expect(words).not.toContain(secret);
}

/** Nobody reads more than the model allows, and nobody less: a wall that is always shut proves nothing. */
export async function checkReach(world: World, model: Model): Promise<Status[]> {
  const all = await statuses(world);
  await checkAs(world.colleague, world, model, all, [0, 1]);
  await checkAs(world.stranger, world, model, all, [2]);
  if (model.left) await checkLeft(world);
  await checkTold(world);
  // another's candidate is nobody's
  const [own, , others] = world.pairs;
  if (all[0]!.match === "INTRODUCED") expect(await getCandidate(world.stranger, own.id)).toBeNull();
  if (all[2]!.match === "INTRODUCED") expect(await getCandidate(world.colleague, others.id)).toBeNull();
  return all;
}
