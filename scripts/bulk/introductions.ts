import type pg from "pg";
import { CONSENT_TEXT_VERSION } from "#lib/consents/schema.ts";
import { OUTCOMES } from "#lib/introductions/outcomes.ts";
import { BALL_AT_FIRST, isRunning, NORM_DAYS } from "#lib/introductions/policy.ts";
import type { IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { insertAll } from "./insert.ts";
import { codeOf, idOf, randomOf } from "./random.ts";

const DAY = 86_400_000;
const BATCH = 2000;
const STATUSES: Record<IntroductionStatus, number> = {
  SENT: 6,
  ACKNOWLEDGED: 7,
  MEETING: 10,
  OFFER: 5,
  ACCEPTED: 4,
  LANDED: 3,
  FOLLOW_UP: 10,
  CLOSED: 25,
  NO_FIT: 20,
  WITHDRAWN: 10,
};
const WAY: IntroductionStatus[] = [
  "SENT",
  "ACKNOWLEDGED",
  "MEETING",
  "OFFER",
  "ACCEPTED",
  "LANDED",
  "FOLLOW_UP",
  "CLOSED",
];
const ENDING = { CLOSED: "close", NO_FIT: "endAsNoFit", WITHDRAWN: "withdraw" } as const;
const STEPS = [
  "安排线上面谈",
  "Agree on a date for the visit",
  "等待企业确认条件",
  "核对到岗手续",
  "跟進住屋安排",
];

type Options = {
  seed: number;
  now: number;
  officers: { id: string; office: Office }[];
  /** at least so many cases; matches that had not come so far are introduced for them */
  count: number;
};
type Pair = {
  id: string;
  needId: string;
  talentId: string;
  enterpriseId: string;
  direction: string;
  chain: string;
};

/** A case for every match that is introduced, in every stage, with the story of its stages. Returns how many there are. */
export async function fillIntroductions(client: pg.Client, options: Options): Promise<number> {
  await introduceMore(client, options.count);
  let made = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<Pair>(
      `SELECT m.id, m."needId", m."talentId", n."enterpriseId", n.direction, n.chain FROM "Match" m JOIN "Need" n ON n.id = m."needId"
       WHERE m.status = 'INTRODUCED' AND m.id > $1 ORDER BY m.id LIMIT $2`,
      [after, BATCH],
    );
    if (rows.length === 0) return made;
    const cases = rows.map((row, index) => caseOf(options, row, made + index));
    await insertAll(client, {
      Introduction: cases.map(({ row }) => row),
      IntroductionStage: cases.flatMap(({ stages }) => stages),
    });
    made += rows.length;
    after = rows.at(-1)!.id;
  }
}

/** Introduces matches until there are so many, with the consents that the case itself rests on. */
async function introduceMore(client: pg.Client, count: number) {
  await client.query(
    `WITH more AS (
       UPDATE "Match" SET status = 'INTRODUCED', "invitedAt" = "createdAt", "talentDecidedAt" = "createdAt", "enterpriseDecidedAt" = "createdAt"
       WHERE id IN (SELECT id FROM "Match" WHERE status <> 'INTRODUCED' ORDER BY id
                    LIMIT greatest(0, $1::int - (SELECT count(*) FROM "Match" WHERE status = 'INTRODUCED')))
       RETURNING id, "talentId", "needId", "createdAt")
     INSERT INTO "Consent" (id, "talentId", "enterpriseId", "matchId", purpose, category, "textVersion", locale, channel, "grantedAt")
     SELECT gen_random_uuid(), m."talentId", n."enterpriseId", m.id, p::"ConsentPurpose", c::"DataCategory", $2, 'zh-Hant', 'PORTAL', m."createdAt"
     FROM more m JOIN "Need" n ON n.id = m."needId", unnest(ARRAY['INTRODUCTION', 'CROSS_BORDER']) p, unnest(ARRAY['anonymous', 'identity']) c
     ON CONFLICT DO NOTHING`,
    [count, CONSENT_TEXT_VERSION],
  );
}

function caseOf({ seed, now, officers }: Options, pair: Pair, index: number) {
  const random = randomOf(seed, "introduction", pair.id);
  const status = random.weighted(STATUSES);
  const running = isRunning(status);
  const office: Office = pair.direction === "yantai_to_hk" ? "HONG_KONG" : "YANTAI";
  const norm = NORM_DAYS[status] ?? 10;
  const at = (time: number) => new Date(Math.min(now, time)).toISOString();
  const since = now - random.whole(0, running ? norm * 2 : 600) * DAY - random.whole(0, DAY - 1);
  const through = status === "NO_FIT" || status === "WITHDRAWN" ? random.whole(1, 4) : WAY.indexOf(status);
  const stages = [...WAY.slice(0, through), status];
  const gaps = stages.map((stage) => random.whole(1, NORM_DAYS[stage] ?? 5) * DAY);
  const begun = since - gaps.slice(0, -1).reduce((sum, gap) => sum + gap, 0);
  const id = idOf(seed, "introduction", pair.id);
  const mine = officers.filter((officer) => officer.office === office);
  const owner = status === "SENT" && random.chance(0.5) ? null : random.pick(mine);
  let entered = begun;
  const story = stages.map((stage, place) => {
    const from = entered;
    entered += gaps[place]!;
    const last = place === stages.length - 1;
    return {
      id: idOf(seed, "stage", pair.id, place),
      introductionId: id,
      status: stage,
      enteredAt: at(from),
      leftAt: last ? null : at(entered),
      actorId: place === 0 ? null : (owner?.id ?? null),
      side: "STAFF",
      office: place === 0 ? null : office,
      reason: null,
    };
  });
  const ending = ENDING[status as keyof typeof ENDING];
  return {
    stages: story,
    row: {
      id,
      code: codeOf("C", 5, index),
      matchId: pair.id,
      status,
      needId: pair.needId,
      talentId: pair.talentId,
      enterpriseId: pair.enterpriseId,
      direction: pair.direction,
      chain: pair.chain,
      office,
      officeSince: at(begun),
      ownerId: owner?.id ?? null,
      nextStep: running && random.chance(0.7) ? random.pick(STEPS) : "",
      ball:
        running && random.chance(0.3)
          ? random.pick(["TALENT", "ENTERPRISE"])
          : running
            ? BALL_AT_FIRST[status]
            : "STAFF",
      dueOn: running ? new Date(now + random.whole(-10, norm) * DAY).toISOString().slice(0, 10) : null,
      statusSince: at(since),
      firstResponseAt: status === "SENT" ? null : at(begun + random.whole(1, 72) * 3_600_000),
      outcome: ending ? random.pick(OUTCOMES[ending].STAFF) : null,
      closedAt: running ? null : at(since),
      version: stages.length,
      createdAt: at(begun),
      updatedAt: at(since),
    },
  };
}
