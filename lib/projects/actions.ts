"use server";

import { action } from "#lib/action.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { updateProject } from "./commands.ts";
import { projectInput } from "./schema.ts";

export const updateProjectAction = action(
  "updateProjectAction",
  projectInput,
  async (viewer, input, { locale }) => {
    await updateProject(viewer, input);
    redirect({ href: `/staff/projects/${input.projectId}?done=saved`, locale });
  },
);
