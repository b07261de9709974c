// The import order of the house (docs: README, "How the house is laid out"). scripts/import-rules.test.ts proves that each rule fires.
const DOMAINS = [
  "accounts",
  "taxonomy",
  "consents",
  "talents",
  "enterprises",
  "needs",
  "matches",
  "introductions",
  "tasks",
  "meetings",
  "conversations",
  "messages",
  "projects",
  "search",
];
const anyDomain = `^lib/(${DOMAINS.join("|")})/`;

/** What each domain may import of other domains: only what stands below it. */
const BELOW = {
  accounts: [],
  taxonomy: ["accounts"],
  consents: ["accounts", "taxonomy"],
  talents: ["accounts", "taxonomy", "consents"],
  enterprises: ["accounts", "taxonomy", "consents"],
  needs: ["accounts", "taxonomy", "consents", "talents", "enterprises"],
  matches: ["accounts", "taxonomy", "consents", "talents", "enterprises", "needs"],
  introductions: ["accounts", "taxonomy", "consents", "talents", "enterprises", "needs", "matches"],
  conversations: [
    "accounts",
    "taxonomy",
    "consents",
    "talents",
    "enterprises",
    "needs",
    "matches",
    "introductions",
  ],
  meetings: [
    "accounts",
    "taxonomy",
    "consents",
    "talents",
    "enterprises",
    "needs",
    "matches",
    "introductions",
  ],
  tasks: ["accounts", "taxonomy", "consents", "talents", "enterprises", "needs", "matches", "introductions"],
  messages: ["accounts"],
  projects: ["accounts"],
};

const notTests = "\\.test\\.tsx?$";

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: notTests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-knows-no-pages",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-pages",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: `${anyDomain}|^components/(?!ui/)` },
    },
    {
      name: "pages-read-by-queries-and-write-by-actions",
      severity: "error",
      from: { path: "^(app/(?!api/)|components/)" },
      to: {
        path: "^lib/[^/]+/([a-z-]*commands|jobs|derive)\\.ts$|^lib/db\\.ts$|^prisma/generated/client",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "queries-do-not-write",
      severity: "error",
      from: { path: "^lib/[^/]+/queries\\.ts$" },
      to: { path: "^lib/[^/]+/[a-z-]*commands\\.ts$", pathNot: "^lib/consents/" },
    },
    {
      name: "commands-know-no-actions",
      severity: "error",
      from: { path: "^lib/[^/]+/([a-z-]*commands|queries|policy|schema)\\.ts$" },
      to: { path: "/actions\\.ts$" },
    },
    {
      name: "schema-and-policy-are-pure",
      severity: "error",
      from: { path: "^lib/[^/]+/(schema|policy)\\.ts$" },
      to: {
        path: "^lib/(db|mail/|jobs/|files/)|/(commands|queries|actions)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "matching-stands-alone",
      severity: "error",
      from: { path: "^lib/matching/", pathNot: notTests },
      to: { path: "^(lib|app|components|prisma|scripts)/", pathNot: "^lib/matching/" },
    },
    {
      name: "matching-is-pure",
      severity: "error",
      from: { path: "^lib/matching/", pathNot: notTests },
      to: { path: "node_modules/(@prisma|react|next|pg)|^(node:)?fs" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: {
        path: "^lib/(auth|audit|files|live|mail|notifications|i18n|terms|cv)/|^lib/[a-z-]+\\.ts$",
        pathNot: `${notTests}|^lib/auth/access`,
      },
      to: { path: anyDomain },
    },
    {
      name: "prisma-stays-in-lib",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^prisma/generated/(client|models)", dependencyTypesNot: [] },
    },
    {
      name: "tests-stay-out-of-the-product",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: notTests },
      to: { path: "^e2e/|\\.test\\.tsx?$" },
    },
    ...Object.entries(BELOW).map(([domain, below]) => ({
      name: `order-${domain}`,
      severity: "error",
      from: { path: `^lib/${domain}/`, pathNot: notTests },
      to: { path: anyDomain, pathNot: `^lib/(${[domain, ...below].join("|")})/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules|prisma/generated" },
    exclude: { path: "^\\.(next|cache|data)" },
    // TypeScript 7 has no API for it yet
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
