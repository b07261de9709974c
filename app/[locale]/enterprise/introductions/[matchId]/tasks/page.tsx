import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TasksPage } from "#components/tasks/tasks-page.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { getCaseTasks } from "#lib/tasks/queries.ts";
import { openedCase } from "../opened-case.ts";

type Props = { params: Promise<{ matchId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function EnterpriseCaseTasksPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions/[matchId]/tasks");
  const [{ matchId }, { done }] = await Promise.all([params, searchParams]);
  const found = await openedCase(viewer, matchId);
  const tasks = await getCaseTasks(viewer, found.id, (await getLocale()) as AppLocale);
  if (!tasks) notFound();
  return <TasksPage of={found} tasks={tasks} done={done} />;
}
