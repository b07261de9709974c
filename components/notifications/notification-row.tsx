import {
  AtSign,
  CalendarClock,
  Check,
  FileSignature,
  Handshake,
  ListTodo,
  type LucideIcon,
  MessageSquare,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { readNotificationsAction } from "#lib/notifications/actions.ts";
import type { NotificationView } from "#lib/notifications/queries.ts";

/** By the beginning of the kind's name. */
const ICONS: [string, LucideIcon][] = [
  ["message", MessageSquare],
  ["mentioned", AtSign],
  ["task", ListTodo],
  ["offer", FileSignature],
  ["followUp", CalendarClock],
];

/** One notification, with the way to its place. */
export async function NotificationRow({ item }: { item: NotificationView }) {
  const t = await getTranslations("notifications");
  const Icon = ICONS.find(([name]) => item.kind.startsWith(name))?.[1] ?? Handshake;
  return (
    <li className={cx("flex items-start gap-3 px-4 py-3 sm:px-5", !item.read && "bg-sea-50")}>
      <Icon aria-hidden className={cx("mt-1 size-5 shrink-0", item.read ? "text-mute" : "text-sea-700")} />
      <div className="min-w-0 grow">
        <p className="[overflow-wrap:anywhere]">
          <Link
            href={item.path}
            prefetch={false}
            className={cx("underline-offset-4 hover:underline", !item.read && "font-semibold")}
          >
            {item.text}
          </Link>
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-mute">
          <DateText value={item.at} time />
          {item.code && <span>{item.code}</span>}
          {!item.read && <Tag tone="sea">{t("new")}</Tag>}
        </p>
      </div>
      {!item.read && (
        <ActionForm id={`read-${item.id}`} action={readNotificationsAction}>
          <input type="hidden" name="id" value={item.id} />
          <SubmitButton tone="quiet" className="min-w-11 text-sm">
            <Check aria-hidden className="size-5 sm:hidden" />
            <span className="sr-only sm:not-sr-only sm:whitespace-nowrap!">{t("markRead")}</span>
            <UserText as="span" className="sr-only">
              {item.text}
            </UserText>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
