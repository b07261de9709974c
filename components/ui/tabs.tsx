import { Link } from "#lib/i18n/navigation.ts";
import { IntoView } from "./into-view.tsx";

/** Views of one thing, each with its own address. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: { href: string; label: string; count?: number; active: boolean }[];
}) {
  return (
    <nav aria-label={label} className="relative mb-5 overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.active ? "page" : undefined}
              className="flex min-h-11 items-center gap-1.5 border-b-3 border-transparent px-3 whitespace-nowrap text-slate no-underline hover:text-sea-800 aria-[current]:border-sea-500 aria-[current]:font-semibold aria-[current]:text-sea-800"
            >
              {item.label}
              {item.count !== undefined && <span className="text-sm tabular-nums">{item.count}</span>}
            </Link>
            {item.active && <IntoView />}
          </li>
        ))}
      </ul>
    </nav>
  );
}
