import type { MailPace, Role } from "#prisma/generated/enums.ts";

type Rule = {
  /** how the mail goes out where a person has chosen nothing */
  mail: MailPace;
  /** the same for staff, where it differs: the daily job reminds an officer of all their cases at once */
  staffMail?: MailPace;
  /** whose settings list it */
  roles: readonly Role[];
  /** people must get it: it cannot be switched off */
  fixed?: true;
  /** seconds that the mail waits, in which reading it in the portal makes the mail needless */
  waits?: number;
};

const OUTSIDE = ["TALENT", "ENTERPRISE"] as const;
const STAFF = ["OFFICER", "ADMIN"] as const;
const ALL = [...OUTSIDE, ...STAFF] as const;
/** What everything else hangs on: nobody switches it off. */
const TURN = {
  talent: { mail: "AT_ONCE", roles: ["TALENT"], fixed: true },
  enterprise: { mail: "AT_ONCE", roles: ["ENTERPRISE"], fixed: true },
} as const;

/**
 * Everything that people are told of: a closed list. The words of each are `<kind>.subject`, `.body` and `.action` of the
 * namespace `mail-notifications`, those of `matches.<name>` stand in `mail-matches`; the subject is also the line in the portal. Parameters are named there: codes, dates, a need's title
 * and words of the product, but nothing that was typed about a person, because what was told outlives the consent to it (docs/decisions/011).
 */
export const KINDS = {
  // the way to an introduction: title; until, code, cause
  "matches.invitation": TURN.talent,
  "matches.reminder": TURN.talent,
  "matches.expired": TURN.talent,
  "matches.notTakenUp": TURN.talent,
  "matches.declinedByEnterprise": TURN.talent,
  "matches.introducedTalent": TURN.talent,
  "matches.endedForTalent": TURN.talent,
  "matches.accepted": TURN.enterprise,
  "matches.introducedEnterprise": TURN.enterprise,
  "matches.endedForEnterprise": TURN.enterprise,
  // conversation: code, title
  messageReceived: { mail: "AT_ONCE", roles: ALL, waits: 120 },
  mentioned: { mail: "AT_ONCE", roles: ALL },
  // for who switched alerts on in the profile: title
  needFits: { mail: "AT_ONCE", roles: ["TALENT"] },
  // case: code, title; status, office, step, on
  // a slip on the board can be taken back before anybody has a mail of it
  caseMoved: { mail: "AT_ONCE", roles: OUTSIDE, waits: 120 },
  caseAssigned: { mail: "AT_ONCE", roles: STAFF },
  caseHandedOver: { mail: "AT_ONCE", roles: STAFF, fixed: true },
  caseHandOverAnswered: { mail: "DAILY", roles: STAFF },
  caseOverdue: { mail: "DAILY", roles: STAFF },
  caseEnterpriseLeft: { mail: "AT_ONCE", roles: STAFF },
  // tasks: code, title, task; on, whose
  taskAssigned: { mail: "AT_ONCE", roles: ALL },
  taskDue: { mail: "AT_ONCE", staffMail: "DAILY", roles: ALL },
  taskReturned: { mail: "AT_ONCE", roles: OUTSIDE },
  taskOverdue: { mail: "AT_ONCE", staffMail: "DAILY", roles: ALL },
  taskDone: { mail: "DAILY", roles: STAFF },
  // offer to landing: code, title; answer, number, day
  offerMade: { mail: "AT_ONCE", roles: ALL, fixed: true },
  offerAnswered: { mail: "AT_ONCE", roles: ALL, fixed: true },
  offerTakenBack: { mail: "AT_ONCE", roles: ALL, fixed: true },
  landingToCountersign: { mail: "AT_ONCE", roles: STAFF, fixed: true },
  landingReturned: { mail: "AT_ONCE", roles: STAFF, fixed: true },
  followUpDue: { mail: "AT_ONCE", roles: OUTSIDE },
  // meetings: code, title, meeting; on, by, who
  meetingOffered: { mail: "AT_ONCE", roles: ALL, fixed: true },
  meetingAgreed: { mail: "AT_ONCE", roles: ALL, fixed: true },
  meetingConfirmed: { mail: "AT_ONCE", roles: ALL, fixed: true },
  meetingChanged: { mail: "AT_ONCE", roles: ALL, fixed: true },
  meetingCancelled: { mail: "AT_ONCE", roles: ALL, fixed: true },
  meetingReminder: { mail: "AT_ONCE", roles: ALL },
  meetingPassedOn: { mail: "AT_ONCE", roles: STAFF, fixed: true },
  meetingMissed: { mail: "AT_ONCE", roles: ALL },
  // visits: code, title, on, until
  visitPlanned: { mail: "AT_ONCE", roles: ALL, fixed: true },
  visitCancelled: { mail: "AT_ONCE", roles: ALL, fixed: true },
  followUpLeft: { mail: "AT_ONCE", roles: STAFF },
} as const satisfies Record<string, Rule>;

export type Kind = keyof typeof KINDS;
export const isKind = (value: string): value is Kind => Object.hasOwn(KINDS, value);
export const ruleOf = (kind: Kind): Rule => KINDS[kind];
const isMatches = (kind: Kind): kind is Extract<Kind, `matches.${string}`> => kind.startsWith("matches.");
/** Template of a kind's mail, `area.name`; its words stand in the namespace `mail-<area>`. */
export const templateOf = (kind: Kind): `${string}.${string}` =>
  isMatches(kind) ? kind : `notifications.${kind}`;
/** Under which name settings list it: those of matches stand together. */
export const groupOf = (kind: Kind) => (isMatches(kind) ? "matches" : kind);
export const kindsOf = (role: Role): Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => ruleOf(kind).roles.includes(role));

export type Preference = { inApp: boolean; mail: MailPace };

/** What holds for a person: their choice, within what the kind allows. */
export function preferenceOf(kind: Kind, role: Role, chosen: Preference | undefined): Preference {
  const { fixed, mail, staffMail = mail } = ruleOf(kind);
  if (!fixed && chosen) return chosen;
  return { inApp: true, mail: (STAFF as readonly Role[]).includes(role) ? staffMail : mail };
}
