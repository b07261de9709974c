import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { dayAt } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { moveByHand, setNextStep } from "#lib/introductions/case-commands.ts";
import type { HandMove, StepInput } from "#lib/introductions/case-schema.ts";
import { endCase } from "#lib/introductions/ending-commands.ts";
import { assignCase, offerHandOver } from "#lib/introductions/owner-commands.ts";
import type { Calendar } from "./calendar.ts";

type People = { officer: Viewer; other: Viewer };
type Act = (officer: Viewer, id: string) => Promise<unknown>;

const seen = async (introductionId: string) => ({
  introductionId,
  version: (
    await db.introduction.findUniqueOrThrow({ where: { id: introductionId }, select: { version: true } })
  ).version,
});

const take: Act = async (officer, id) =>
  assignCase(officer, { ...(await seen(id)), ownerId: officer.accountId! });
const move =
  (name: HandMove, reason = ""): Act =>
  async (officer, id) =>
    moveByHand(officer, { ...(await seen(id)), move: name, reason });
/** `days` from the day on which it is written. */
const step =
  (day: number, days: number, nextStep: string, ball: StepInput["ball"]): Act =>
  async (officer, id) => {
    const dueOn = dayAt(new Date(Date.now() + (day + days) * 86_400_000));
    await setNextStep(officer, { ...(await seen(id)), nextStep, ball, dueOn, reason: "" });
  };
const handOver =
  (note: string): Act =>
  async (officer, id) =>
    offerHandOver(officer, { ...(await seen(id)), note });
const noFit =
  (outcome: string, words: string): Act =>
  async (officer, id) =>
    endCase(officer, { ...(await seen(id)), ending: "endAsNoFit", outcome, words });

/** What the offices did with each case, by need and person. A case that is not here waits as it began. */
const HISTORIES: [need: string, talent: string, acts: [day: number, act: Act][]][] = [
  [
    "N01",
    "t128@demo.example",
    [
      [-9.5, take],
      [-9, move("acknowledge")],
      [-8.9, step(-8.9, 5, "请企业提供两个线上面谈时间", "ENTERPRISE")],
      [-7, move("arrangeMeeting")],
      [-6.9, step(-6.9, 5, "企业给出薪酬区间与到岗时间", "ENTERPRISE")],
    ],
  ],
  [
    "N02",
    "talent@demo.example",
    [
      [-11.5, take],
      [-11, move("acknowledge")],
      [-8, move("arrangeMeeting")],
      [-7.9, step(-7.9, 13, "参观蓬莱基地后，企业给出初步条件", "ENTERPRISE")],
    ],
  ],
  [
    "N05",
    "t001@demo.example",
    [
      [-10, take],
      [-9.5, move("acknowledge")],
      [-6, step(-6, 3, "等待企业确认面谈人选", "ENTERPRISE")],
    ],
  ],
  [
    "N16",
    "t005@demo.example",
    [
      [-10, take],
      [-9, move("acknowledge")],
      [-5, move("arrangeMeeting")],
    ],
  ],
  [
    "N21",
    "t003@demo.example",
    [
      [-9, take],
      [-8.5, move("acknowledge")],
      [-6, move("arrangeMeeting")],
      [-3, noFit("experience", "面谈后双方认为量产经验不足，建议关注研发类岗位。")],
    ],
  ],
  [
    "N25",
    "t009@demo.example",
    [
      [-8.5, take],
      [-8, move("acknowledge")],
      [-2, handOver("本人询问家属来烟前在港的工作证明如何办理，请香港人才联络处接手跟进一周。")],
    ],
  ],
  [
    "N37",
    "t026@demo.example",
    [
      [-9, take],
      [-8.8, move("acknowledge")],
      [-4, move("arrangeMeeting")],
    ],
  ],
];

/** The officers of the office that a case lies with. */
async function officersOf(office: "HONG_KONG" | "YANTAI"): Promise<People> {
  const name = office === "YANTAI" ? "yt" : "hk";
  return {
    officer: await viewerOf(`staff.${name}@demo.example`),
    other: await viewerOf(`staff.${name}2@demo.example`),
  };
}

/** The case of a need of the collection and a person. */
export const caseOf = (needs: Map<string, string>, record: string, email: string) =>
  db.introduction.findFirstOrThrow({
    where: { needId: needs.get(record)!, talent: { account: { email } } },
    select: { id: true, office: true },
  });

/** Running cases with their histories; what was introduced before is in matches.ts. */
export async function seedIntroductions(calendar: Calendar, needs: Map<string, string>) {
  for (const [index, [record, email, acts]] of HISTORIES.entries()) {
    const { id, office } = await caseOf(needs, record, email);
    const { officer, other } = await officersOf(office);
    const owner = index % 3 === 2 ? other : officer;
    for (const [day, act] of acts) await calendar.on(day, () => act(owner, id));
  }
}
