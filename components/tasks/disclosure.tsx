import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/**
 * What is there for whoever wants it. Opens without JavaScript, and stands open by itself when a form inside was sent with a
 * mistake: so it lies beside the `details` and not in it.
 */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <div>
      <details className="group/more peer/more" open={open}>
        <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 font-semibold text-sea-700 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 transition-transform group-open/more:rotate-90 motion-reduce:transition-none"
          />
          {summary}
        </summary>
      </details>
      <div className="mt-2 mb-3 hidden rounded-md border border-line p-4 peer-open/more:block has-[[role=alert]]:block">
        {children}
      </div>
    </div>
  );
}
