import { Circle, CircleCheck, CircleDot, CircleX, Clock, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Tag, type TagTone } from "./surface.tsx";

const usual: Record<TagTone, LucideIcon> = {
  plain: Circle,
  sea: Clock,
  bauhinia: CircleDot,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
};

/** A state as word, icon and colour; each tone brings its usual icon. */
export function StatusTag({
  tone,
  icon,
  children,
}: {
  tone: TagTone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  const Icon = icon ?? usual[tone];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden className="size-4 shrink-0" />}>
      {children}
    </Tag>
  );
}
