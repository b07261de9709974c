import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { Calendar } from "./calendar.ts";
import { seedConversations } from "./conversations.ts";
import { seedEnterprises } from "./enterprises.ts";
import { seedIntroductions } from "./introductions.ts";
import { seedJourneys } from "./journey.ts";
import { seedMatches } from "./matches.ts";
import { seedMeetings } from "./meetings.ts";
import { seedNeeds } from "./needs.ts";
import { seedProjects } from "./projects.ts";
import { seedStaff } from "./staff.ts";
import { seedTalents } from "./talents.ts";

/** What every installation needs: the seven cooperation projects. Safe to run again. */
export async function seedReference(): Promise<void> {
  await seedProjects();
}

const mark = (name: string) =>
  transaction(systemViewer("demo seed"), (tx) => tx.marker.create({ data: { name, at: new Date() } }));

/** Whether a start was ended while it seeded the demo. Nobody was served that database. */
export async function halfSeeded(): Promise<boolean> {
  const marks = await db.marker.findMany({ where: { name: { in: ["demo.begun", "demo"] } } });
  return marks.length === 1 && marks[0]!.name === "demo.begun";
}

/** The demo, once, on an empty embedded database, by the product's own commands. Returns whether it was seeded now. */
export async function seedDemoOnce(): Promise<boolean> {
  if ((await db.marker.findUnique({ where: { name: "demo" } })) || (await db.account.count()) > 0)
    return false;
  await mark("demo.begun");
  const calendar = new Calendar();
  await calendar.on(-160, seedStaff);
  await seedEnterprises(calendar);
  const needs = await seedNeeds(calendar);
  await seedTalents(calendar);
  await seedMatches(calendar, needs);
  await seedIntroductions(calendar, needs);
  await seedJourneys(calendar, needs);
  await seedMeetings(calendar, needs);
  await seedConversations(calendar);
  await mark("demo");
  return true;
}
