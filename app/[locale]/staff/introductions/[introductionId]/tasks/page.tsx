import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TasksPage } from "#components/tasks/tasks-page.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import { getCaseTasks } from "#lib/tasks/queries.ts";

type Props = { params: Promise<{ introductionId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function StaffCaseTasksPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/introductions/[introductionId]/tasks");
  const [{ introductionId }, { done }] = await Promise.all([params, searchParams]);
  const found = await getCaseFrame(viewer, { introductionId });
  const tasks = found && (await getCaseTasks(viewer, found.id, (await getLocale()) as AppLocale));
  if (!found || !tasks) notFound();
  return <TasksPage of={found} tasks={tasks} done={done} />;
}
