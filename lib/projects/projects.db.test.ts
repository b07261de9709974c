import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { seedProjects } from "#prisma/seed/projects.ts";
import { updateProject } from "./commands.ts";
import { getProjectForStaff, listProjects } from "./queries.ts";
import { type ProjectInput, projectInput } from "./schema.ts";

useDatabase();

const officer = systemViewer("officer");
const talent: Viewer = { ...officer, role: "TALENT" };
const ID = "innovation-competition";

beforeAll(() => seedProjects());

async function edited(more: Partial<ProjectInput>): Promise<ProjectInput> {
  const project = await getProjectForStaff(officer, ID);
  if (!project) throw new Error("not seeded");
  const { id, ordinal: _ordinal, updatedAt: _updatedAt, ...fields } = project;
  return { projectId: id, ...fields, ...more };
}

describe("the seven cooperation projects", () => {
  it("are seven, the first four stated and the last three inferred", async () => {
    const projects = await listProjects("en");
    expect(projects.map((project) => project.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(projects.map((project) => project.stated)).toEqual([true, true, true, true, false, false, false]);
  });

  it.each(LOCALES)("have a name and a summary in %s", async (locale) => {
    for (const project of await listProjects(locale)) {
      expect(project.name).not.toBe("");
      expect(project.summary).not.toBe("");
    }
  });
});

describe("staff", () => {
  it("change one, which is recorded and survives seeding again", async () => {
    await updateProject(officer, await edited({ status: "ACTIVE", startsOn: "2026-09-01" }));
    await seedProjects();
    const projects = await listProjects("zh-Hant");
    expect(projects).toHaveLength(7);
    expect(projects[2]).toMatchObject({ status: "ACTIVE", startsOn: "2026-09-01" });
    const events = await db.auditEvent.findMany({ where: { recordType: "project", recordId: ID } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ action: "project.updated", detail: { status: ["PLANNED", "ACTIVE"] } });
  });

  it("do not overwrite one another: of two at once one is refused", async () => {
    const mine = await edited({ status: "AT_RISK" });
    const theirs = { ...mine, status: "PAUSED" as const };
    const both = await Promise.allSettled([updateProject(officer, mine), updateProject(officer, theirs)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { key: "conflict" } });
  });

  it("must give all three languages, and an end after the start", async () => {
    const project = await edited({});
    expect(projectInput.safeParse(project).success).toBe(true);
    expect(projectInput.safeParse({ ...project, name: { ...project.name, en: " " } }).success).toBe(false);
    const turned = projectInput.safeParse({ ...project, startsOn: "2026-09-02", endsOn: "2026-09-01" });
    expect(turned.error?.issues[0]).toMatchObject({ path: ["endsOn"], message: "endBeforeStart" });
  });
});

it("others neither read the form nor change a project", async () => {
  const before = await edited({});
  expect(await getProjectForStaff(talent, ID)).toBeNull();
  await expect(updateProject(talent, { ...before, status: "COMPLETED" })).rejects.toMatchObject({
    key: "notFound",
  });
  expect(await edited({})).toEqual(before);
});
