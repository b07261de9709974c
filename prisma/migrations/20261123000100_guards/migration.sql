-- What Prisma's schema language cannot say. The application's role gets its grants in scripts/database/migrate.ts.

-- 1. Identity, contact and documents: a second wall behind the queries' own scopes.
-- app.role, app.account and app.enterprise are set by lib/db.ts for one transaction, and without them no row is visible.
CREATE FUNCTION bridge_setting(name text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('app.' || name, true), ''), '-') $$;

CREATE FUNCTION bridge_keeps(talent uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') IN ('OFFICER', 'ADMIN', 'SYSTEM')
       OR EXISTS (SELECT 1 FROM "Talent" t WHERE t.id = talent AND t."accountId"::text = bridge_setting('account')) $$;

-- An enterprise reads identity only after both acceptances and while both consents are in force.
CREATE FUNCTION bridge_introduced(talent uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') = 'ENTERPRISE' AND EXISTS (
     SELECT 1 FROM "Match" m JOIN "Need" n ON n.id = m."needId"
     WHERE m."talentId" = talent AND m.status = 'INTRODUCED' AND n."enterpriseId"::text = bridge_setting('enterprise')
       AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."matchId" = m.id AND c.purpose = 'INTRODUCTION' AND c."withdrawnAt" IS NULL)
       AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."matchId" = m.id AND c.purpose = 'CROSS_BORDER' AND c."withdrawnAt" IS NULL)) $$;

ALTER TABLE "TalentIdentity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TalentIdentity" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "TalentIdentity" USING (bridge_keeps("talentId")) WITH CHECK (bridge_keeps("talentId"));
CREATE POLICY introduced ON "TalentIdentity" FOR SELECT USING (bridge_introduced("talentId"));

ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "Document" USING (bridge_keeps("talentId")) WITH CHECK (bridge_keeps("talentId"));
CREATE POLICY introduced ON "Document" FOR SELECT USING (bridge_introduced("talentId"));

ALTER TABLE "TeamMemberIdentity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeamMemberIdentity" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "TeamMemberIdentity"
  USING (EXISTS (SELECT 1 FROM "TeamMember" m WHERE m.id = "memberId" AND (m."accountId"::text = bridge_setting('account') OR bridge_keeps(m."teamId"))))
  WITH CHECK (EXISTS (SELECT 1 FROM "TeamMember" m WHERE m.id = "memberId" AND (m."accountId"::text = bridge_setting('account') OR bridge_keeps(m."teamId"))));

-- 2. The audit trail is append-only for everyone, its owner included.
-- (\073 is a semicolon: the WebAssembly engine splits a script at every plain one)
CREATE FUNCTION bridge_append_only() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION ''the audit trail is append-only''\073 END';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION bridge_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION bridge_append_only();

-- 3. Questions to an engine live for seconds: they need no log.
ALTER TABLE "EngineQuestion" SET UNLOGGED;
