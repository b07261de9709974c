import { randomBytes } from "node:crypto";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import type { Upload } from "#lib/introductions/files.ts";
import { countersignLanding, recordLanding } from "#lib/introductions/landing-commands.ts";
import { acceptOffer, recordOffer } from "#lib/introductions/offer-commands.ts";
import { type OfferInput, seenOf } from "#lib/introductions/offer-schema.ts";
import type { World } from "#lib/introductions/test-support.ts";

/** Steps of the way from terms to landing, for database tests. */
export const upload = (): Upload => ({
  filename: "proof.pdf",
  mediaType: "application/pdf",
  size: 10,
  sha256: randomBytes(32).toString("hex"),
  storageKey: randomBytes(24).toString("hex"),
  kept: false,
});

export const TERMS: Omit<OfferInput, "introductionId" | "seen"> = {
  mode: "full_time",
  title: "离岸结构工程师",
  place: "烟台蓬莱",
  startOn: null,
  daysPerMonth: null,
  payMin: 400_000,
  payMax: 450_000,
  payCurrency: "CNY",
  payPeriod: "year",
  housing: "提供人才公寓一年",
  terms: "",
  reason: "",
};

export const newest = (introductionId: string) =>
  db.offer.findFirst({ where: { introductionId }, orderBy: { number: "desc" } });

export const offer = async (w: World, more: Partial<OfferInput> = {}, by = w.member) =>
  recordOffer(by, { introductionId: w.id, seen: seenOf(await newest(w.id)), ...TERMS, ...more });

export const accept = async (w: World) =>
  acceptOffer(w.talent, { introductionId: w.id, offerId: (await newest(w.id))!.id });

export const record = (w: World, by = w.hk, landedOn = today()) =>
  recordLanding(by, { introductionId: w.id, landedOn, proofKind: "contract", note: "", upload: upload() });

export const signing = async (w: World) => ({
  introductionId: w.id,
  recordedAt: (
    await db.landing.findUniqueOrThrow({ where: { introductionId: w.id } })
  ).recordedAt.toISOString(),
});

export async function land(w: World, landedOn = today()) {
  await offer(w);
  await accept(w);
  await record(w, w.hk, landedOn);
  await countersignLanding(w.yt, await signing(w));
}
