import { X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { deleteViewAction, saveViewAction } from "#lib/views/actions.ts";
import { LIST_PATHS, type ListName, type SavedView } from "#lib/views/schema.ts";

/** The viewer's own views of a list, and a way to keep the present one. `query` is the present one's, without its place. */
export async function SavedViews({
  list,
  query,
  views,
}: {
  list: ListName;
  query: string;
  views: SavedView[];
}) {
  const t = await getTranslations("staff.views");
  if (views.length === 0 && !query) return null;
  return (
    <section aria-label={t("title")} className="mb-4 flex flex-wrap items-center gap-2">
      {views.map((view) => (
        <span
          key={view.id}
          className="inline-flex items-center rounded-full border border-line bg-paper pl-1"
        >
          <Link
            href={`${LIST_PATHS[list]}?${view.query}`}
            aria-current={view.query === query ? "true" : undefined}
            className="flex min-h-11 items-center rounded-full px-3 no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-sea-800"
          >
            {view.name}
          </Link>
          <ActionForm id={`view-${view.id}`} action={deleteViewAction}>
            <input type="hidden" name="viewId" value={view.id} />
            <button
              type="submit"
              aria-label={t("remove", { name: view.name })}
              className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-full text-mute hover:text-bad"
            >
              <X aria-hidden className="size-4" />
            </button>
          </ActionForm>
        </span>
      ))}
      {query && !views.some((view) => view.query === query) && (
        <Dialog key={query} trigger={t("save")} tone="quiet" title={t("save")}>
          <ActionForm id={`save-view-${list}`} action={saveViewAction}>
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="query" value={query} />
            <TextField name="name" label={t("name")} help={t("help")} maxLength={60} autoComplete="off" />
            <SubmitButton>{t("submit")}</SubmitButton>
          </ActionForm>
        </Dialog>
      )}
    </section>
  );
}
