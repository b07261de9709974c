import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { seedProjects } from "#prisma/seed/projects.ts";
import { listProjects } from "./queries.ts";

useDatabase();

describe("the seven cooperation projects", () => {
  beforeAll(() => seedProjects());

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

  it("keep what staff changed when they are seeded again", async () => {
    await db.cooperationProject.update({ where: { ordinal: 3 }, data: { status: "ACTIVE" } });
    await seedProjects();
    const projects = await listProjects("zh-Hant");
    expect(projects).toHaveLength(7);
    expect(projects[2]?.status).toBe("ACTIVE");
  });
});
