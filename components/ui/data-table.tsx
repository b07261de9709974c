import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** names the row; on a phone it heads the card */
  primary?: boolean;
};

// said again on each element, because a table laid out as blocks loses what it is in some browsers
const said = Object.fromEntries(
  ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"].map((role) => [role, { role }]),
);

/** A table that becomes cards on a phone. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  showCaption = false,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  showCaption?: boolean;
}) {
  return (
    <table {...said.table} className="block w-full text-left md:table">
      <caption className={showCaption ? "mb-2 block text-left font-semibold md:table-caption" : "sr-only"}>
        {caption}
      </caption>
      <thead {...said.rowgroup} className="sr-only md:not-sr-only md:table-header-group">
        <tr {...said.row} className="border-b border-line text-sm text-slate">
          {columns.map((column) => (
            <th
              key={column.key}
              {...said.columnheader}
              scope="col"
              className={cx("px-3 py-2 font-semibold", column.numeric && "text-right")}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...said.rowgroup} className="grid gap-3 md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...said.row}
            className="block rounded-lg border border-line bg-paper p-4 md:table-row md:rounded-none md:border-0 md:border-b md:p-0 md:hover:bg-sea-50"
          >
            {columns.map((column) => {
              const Cell = column.primary ? "th" : "td";
              return (
                <Cell
                  key={column.key}
                  {...(column.primary ? said.rowheader : said.cell)}
                  scope={column.primary ? "row" : undefined}
                  data-label={column.header}
                  className={cx(
                    "align-top [overflow-wrap:anywhere] md:table-cell md:px-3 md:py-3",
                    column.primary
                      ? "mb-2 block text-left font-semibold"
                      : "flex justify-between gap-4 py-1 before:shrink-0 before:text-sm before:text-mute before:content-[attr(data-label)] md:before:content-none",
                    column.numeric && "tabular-nums md:text-right",
                  )}
                >
                  {column.primary ? column.cell(row) : <div>{column.cell(row)}</div>}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
