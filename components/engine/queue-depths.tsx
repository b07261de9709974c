import { getTranslations } from "next-intl/server";
import { Age } from "#components/staff/age.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { QueueDepth } from "#lib/matches/engine-queries.ts";

/** Work of matching that waits, and such that was given up after all its tries. */
export async function QueueDepths({ queues }: { queues: QueueDepth[] }) {
  const t = await getTranslations("engine.queues");
  const nameOf = (name: string) => {
    const key = `names.${name.replace("matches.", "")}`;
    return t.has(key as never) ? t(key as never) : name;
  };
  return (
    <Card>
      <h2 className="text-lg">{t("title")}</h2>
      {queues.length === 0 ? (
        <p className="mt-2 text-slate">{t("empty")}</p>
      ) : (
        <div className="mt-3">
          <DataTable
            caption={t("title")}
            rows={queues}
            rowKey={(queue) => queue.name}
            columns={[
              { key: "name", header: t("name"), primary: true, cell: (queue) => nameOf(queue.name) },
              { key: "waiting", header: t("waiting"), numeric: true, cell: (queue) => queue.waiting },
              {
                key: "oldest",
                header: t("oldest"),
                cell: (queue) => (queue.oldest ? <Age since={queue.oldest} /> : "–"),
              },
              { key: "running", header: t("running"), numeric: true, cell: (queue) => queue.running },
              {
                key: "dead",
                header: t("dead"),
                numeric: true,
                cell: (queue) =>
                  queue.dead > 0 ? <StatusTag tone="bad">{queue.dead}</StatusTag> : <span>0</span>,
              },
            ]}
          />
        </div>
      )}
      <p className="mt-3 text-sm text-slate">{t("note")}</p>
    </Card>
  );
}
