/** Why a match ended, in the words of the mails that say so: to the talent, and to the enterprise. */
type Said = { talent: string; enterprise: string };

const both = (cause: string): Said => ({ talent: cause, enterprise: cause });
/** Of what the person did or did not do, the enterprise hears no more than that it ended on their side. */
const person = (talent: string): Said => ({ talent, enterprise: "person" });

const BY_REASON: Record<string, Said> = {
  filled: both("filled"),
  closed: both("closed"),
  withdrawn: both("closed"),
  need_gone: both("closed"),
  expired: both("expired"),
  enterprise_unreachable: both("silent"),
  talent_unreachable: person("unreachable"),
  consentWithdrawn: person("consent"),
  paused: person("profile"),
  unlisted: person("profile"),
  archived: person("profile"),
  erased: person("profile"),
  merged: person("merged"),
  blocked: person("blocked"),
};

/** From who ended it and the reason that is kept with it. Why one side ended it stays with the workstation; that it did is said. */
export function saidOf({ role }: { role: string }, reason: string): Said {
  if (role === "TALENT") return person("you");
  if (role === "ENTERPRISE" && reason !== "need_gone") return { talent: "enterprise", enterprise: "you" };
  return BY_REASON[reason] ?? both("station");
}
