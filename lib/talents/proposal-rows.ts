import type { CvProposal, Source } from "#lib/cv/types.ts";
import type { Identity, Profile } from "./profile.ts";

/** One proposed field as the page shows it. `path` is what is sent back when it is accepted. */
export type ProposalRow = {
  path: string;
  /** key below `talents.cv.fields`; absent for entries of a list */
  field?: string;
  /** a value of a closed list: the list's name in `terms` */
  list?: string;
  lines: string[];
  source: string;
  /** the profile says this already */
  known: boolean;
  /** it would replace something else */
  replaces: boolean;
  /** keys below `talents.cv` for what the person should look at, with their parameters */
  notes: { key: string; params?: Record<string, string> }[];
};
export type ProposalGroup = { id: string; rows: ProposalRow[] };

type Current = { profile: Profile; identity: Identity /** the word for a job that lasts */; present: string };
const SINGLES = ["headline", "summary", "base"] as const;
const NAMES = ["nameZh", "nameEn", "email", "phone", "wechat"] as const;

const quote = (source: Source) => source.text.trim();
const same = (a: string | null | undefined, b: string | null | undefined) =>
  (a ?? "").trim().toLowerCase() === (b ?? "").trim().toLowerCase();

function single(
  path: string,
  field: string,
  proposed: { value: string; source: Source },
  current: string | null,
  list?: string,
): ProposalRow {
  const known = same(current, proposed.value);
  return {
    path,
    field,
    list,
    lines: [proposed.value],
    source: quote(proposed.source),
    known,
    replaces: !known && Boolean(current),
    notes: [],
  };
}

const entry = (
  path: string,
  lines: (string | null | undefined)[],
  source: Source,
  known: boolean,
  notes: ProposalRow["notes"] = [],
): ProposalRow => ({
  path,
  lines: lines.filter((line): line is string => Boolean(line)),
  source: quote(source),
  known,
  replaces: false,
  notes,
});

function experienceRows(proposal: Partial<CvProposal>, { profile, present }: Current): ProposalRow[] {
  return (proposal.experience ?? []).map((one, index) => {
    const dated = one.from !== undefined && one.to !== undefined;
    const from = one.from ?? one.fromYear?.toString();
    const to = one.to === null ? present : (one.to ?? one.toYear?.toString());
    const known = profile.experience.some(
      (job) => same(job.title, one.title) && same(job.organisation, one.organisation),
    );
    const span = from ? `${from} – ${to ?? "?"}` : null;
    return entry(
      `experience[${index}]`,
      [[one.title, one.organisation].filter(Boolean).join(" · "), span, one.description],
      one.source,
      known,
      dated ? [] : [{ key: "noMonth" }],
    );
  });
}

function educationRows(proposal: Partial<CvProposal>, { profile }: Current): ProposalRow[] {
  return (proposal.education ?? []).map((one, index) => {
    const known = profile.education.some(
      (degree) => degree.level === (one.level ?? null) && same(degree.discipline, one.discipline),
    );
    const place = [one.institution, one.year].filter(Boolean).join(" · ");
    const row = entry(`education[${index}]`, [one.discipline, place], one.source, known);
    return one.level ? { ...row, list: `education.${one.level}` } : row;
  });
}

function languageRows(proposal: Partial<CvProposal>, { profile }: Current): ProposalRow[] {
  return (proposal.languages ?? []).flatMap((one, index) => {
    const known = profile.languages.some(({ code }) => code === one.code);
    const note = one.level
      ? one.rule
        ? [{ key: "levelGuess", params: { words: one.rule.words } }]
        : []
      : [{ key: "noLevel" }];
    const row = entry(`languages[${index}]`, [one.level], one.source, known, note);
    return [{ ...row, list: `languages.${one.code}` }];
  });
}

/** Everything that was read from a CV, in the order of the profile, beside what the profile says now. */
export function proposalGroups(proposal: Partial<CvProposal>, current: Current): ProposalGroup[] {
  const { profile, identity } = current;
  const identityRows = NAMES.flatMap((name) => {
    const proposed = proposal.identity?.[name];
    return proposed ? [single(`identity.${name}`, name, proposed, identity[name])] : [];
  });
  const aboutRows = SINGLES.flatMap((name) => {
    const proposed = proposal[name];
    return proposed
      ? [single(name, name, proposed, profile[name], name === "base" ? "bases" : undefined)]
      : [];
  });
  const words = (name: "skills" | "qualifications") =>
    (proposal[name] ?? []).map((one, index) =>
      entry(
        `${name}[${index}]`,
        [one.value],
        one.source,
        profile[name].some((kept) => same(kept, one.value)),
      ),
    );
  return [
    { id: "identity", rows: identityRows },
    { id: "about", rows: aboutRows },
    { id: "experience", rows: experienceRows(proposal, current) },
    { id: "education", rows: educationRows(proposal, current) },
    { id: "skills", rows: words("skills") },
    { id: "qualifications", rows: words("qualifications") },
    { id: "languages", rows: languageRows(proposal, current) },
  ].filter(({ rows }) => rows.length > 0);
}
