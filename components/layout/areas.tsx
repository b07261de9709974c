import {
  BookOpen,
  Building2,
  ChartColumn,
  Download,
  FileText,
  Gauge,
  Handshake,
  House,
  Inbox,
  ListChecks,
  type LucideIcon,
  MailOpen,
  Mails,
  Milestone,
  ScrollText,
  ShieldCheck,
  Sparkles,
  UserCog,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { Viewer } from "#lib/auth/viewer.ts";

export type Area = "talent" | "enterprise" | "staff";
type Entry = { href: string; key: string; icon: LucideIcon; exact?: boolean };

const talent: Entry[] = [
  { href: "/talent", key: "home", icon: House, exact: true },
  { href: "/talent/profile", key: "profile", icon: UserRound },
  { href: "/talent/needs", key: "fitting", icon: Sparkles },
  { href: "/talent/invitations", key: "invitations", icon: MailOpen },
  { href: "/talent/introductions", key: "introductions", icon: Handshake },
  { href: "/talent/privacy", key: "privacy", icon: ShieldCheck },
];
const enterprise: Entry[] = [
  { href: "/enterprise", key: "home", icon: House, exact: true },
  { href: "/enterprise/needs", key: "needs", icon: FileText },
  { href: "/enterprise/introductions", key: "candidates", icon: Handshake },
  { href: "/enterprise/colleagues", key: "colleagues", icon: UsersRound },
  { href: "/enterprise/profile", key: "organisation", icon: Building2 },
];
const staff: Entry[] = [
  { href: "/staff", key: "today", icon: House, exact: true },
  { href: "/staff/talents", key: "talents", icon: UserRound },
  { href: "/staff/needs", key: "needs", icon: FileText },
  { href: "/staff/matches", key: "matches", icon: ListChecks },
  { href: "/staff/introductions", key: "introductions", icon: Handshake },
];

/** The rooms of an area. `more` stands behind a menu on a wide screen, `main` in the bar. */
export function roomsOf(area: Area, viewer: Viewer, embedded: boolean): { main: Entry[]; more: Entry[] } {
  if (area !== "staff") return { main: area === "talent" ? talent : enterprise, more: [] };
  return {
    main: staff,
    more: [
      { href: "/staff/enterprises", key: "enterprises", icon: Building2 },
      { href: "/staff/messages", key: "messages", icon: Inbox },
      { href: "/staff/figures", key: "figures", icon: ChartColumn },
      { href: "/staff/audit", key: "audit", icon: ScrollText },
      { href: "/staff/projects", key: "projects", icon: Milestone },
      { href: "/staff/engine", key: "engine", icon: Gauge },
      { href: "/staff/taxonomy", key: "taxonomy", icon: BookOpen },
      { href: "/staff/exports", key: "exports", icon: Download },
      ...(viewer.role === "ADMIN" ? [{ href: "/staff/accounts", key: "accounts", icon: UserCog }] : []),
      ...(embedded ? [{ href: "/staff/outbox", key: "outbox", icon: Mails }] : []),
    ],
  };
}

/** Where a role works. */
export const areaOf = (viewer: Viewer): Area =>
  viewer.role === "TALENT" ? "talent" : viewer.role === "ENTERPRISE" ? "enterprise" : "staff";
