-- What Prisma's schema language cannot say. The application's role gets its grants in scripts/database/migrate.ts.

-- 1. Identity, contact and documents: a second wall behind the queries' own scopes.
-- app.role, app.account and app.enterprise are set by lib/db.ts for one transaction, and without them no row is visible.
CREATE FUNCTION bridge_setting(name text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('app.' || name, true), ''), '-') $$;

CREATE FUNCTION bridge_keeps(talent uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') IN ('OFFICER', 'ADMIN', 'SYSTEM')
       OR EXISTS (SELECT 1 FROM "Talent" t WHERE t.id = talent AND t."accountId"::text = bridge_setting('account')) $$;

-- The ledger: for this match a category was given to the enterprise, and its transfer across the border too.
CREATE FUNCTION bridge_consented(match uuid, data "DataCategory") RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM "Consent" c WHERE c."matchId" = match AND c.purpose = 'INTRODUCTION' AND c.category = data AND c."withdrawnAt" IS NULL)
      AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."matchId" = match AND c.purpose = 'CROSS_BORDER' AND c.category = data AND c."withdrawnAt" IS NULL) $$;

-- The enterprise that acts, if whoever acts still is one of its members.
CREATE FUNCTION bridge_member_of(enterprise uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') = 'ENTERPRISE' AND enterprise::text = bridge_setting('enterprise')
      AND EXISTS (SELECT 1 FROM "Account" a WHERE a.id::text = bridge_setting('account') AND a."enterpriseId" = enterprise AND a."disabledAt" IS NULL) $$;

-- An enterprise reads a category only after both acceptances, while the consent to be introduced and the one to this very category are in force.
CREATE FUNCTION bridge_disclosed(talent uuid, data "DataCategory") RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') = 'ENTERPRISE' AND EXISTS (
     SELECT 1 FROM "Match" m JOIN "Need" n ON n.id = m."needId"
     WHERE m."talentId" = talent AND m.status = 'INTRODUCED' AND bridge_member_of(n."enterpriseId")
       AND bridge_consented(m.id, 'anonymous') AND bridge_consented(m.id, data)) $$;

ALTER TABLE "TalentIdentity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TalentIdentity" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "TalentIdentity" USING (bridge_keeps("talentId")) WITH CHECK (bridge_keeps("talentId"));
CREATE POLICY introduced ON "TalentIdentity" FOR SELECT USING (bridge_disclosed("talentId", 'identity'));

ALTER TABLE "TalentContact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TalentContact" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "TalentContact" USING (bridge_keeps("talentId")) WITH CHECK (bridge_keeps("talentId"));
CREATE POLICY introduced ON "TalentContact" FOR SELECT USING (bridge_disclosed("talentId", 'contact'));

ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "Document" USING (bridge_keeps("talentId")) WITH CHECK (bridge_keeps("talentId"));
CREATE POLICY introduced ON "Document" FOR SELECT USING (bridge_disclosed("talentId", 'cv'));

ALTER TABLE "TeamMemberIdentity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeamMemberIdentity" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "TeamMemberIdentity"
  USING (EXISTS (SELECT 1 FROM "TeamMember" m WHERE m.id = "memberId" AND (m."accountId"::text = bridge_setting('account') OR bridge_keeps(m."teamId"))))
  WITH CHECK (EXISTS (SELECT 1 FROM "TeamMember" m WHERE m.id = "memberId" AND (m."accountId"::text = bridge_setting('account') OR bridge_keeps(m."teamId"))));

-- Files of a case: staff all, the two sides what is meant for them, and they may add what is. An enterprise only while the
-- case is open to it, as casesOpenTo of lib/introductions/policy.ts says it.
CREATE FUNCTION bridge_case_side(introduction uuid) RETURNS "CaseSide" LANGUAGE sql STABLE AS
$$ SELECT CASE
     WHEN bridge_setting('role') IN ('OFFICER', 'ADMIN', 'SYSTEM') THEN 'STAFF'::"CaseSide"
     WHEN bridge_setting('role') = 'TALENT' AND t."accountId"::text = bridge_setting('account') THEN 'TALENT'::"CaseSide"
     WHEN i.status <> 'WITHDRAWN' AND m.status = 'INTRODUCED' AND bridge_member_of(i."enterpriseId") AND bridge_consented(m.id, 'anonymous') THEN 'ENTERPRISE'::"CaseSide"
   END
   FROM "Introduction" i JOIN "Match" m ON m.id = i."matchId" JOIN "Talent" t ON t.id = i."talentId" WHERE i.id = introduction $$;

ALTER TABLE "CaseFile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CaseFile" FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON "CaseFile" USING (bridge_case_side("introductionId") = 'STAFF') WITH CHECK (bridge_case_side("introductionId") = 'STAFF');
CREATE POLICY meant ON "CaseFile" FOR SELECT USING (bridge_case_side("introductionId") = ANY (audience));
CREATE POLICY added ON "CaseFile" FOR INSERT WITH CHECK (
  "uploadedById"::text = bridge_setting('account') AND side = bridge_case_side("introductionId") AND side = ANY (audience));

-- Messages: staff read and write all threads of a case, the two sides those that they sit at. Nobody changes or removes one, and they go with their thread.
CREATE FUNCTION bridge_sits_at(thread uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM "Thread" t WHERE t.id = thread AND CASE bridge_case_side(t."introductionId")
     WHEN 'STAFF' THEN true WHEN 'TALENT' THEN t.party IN ('TALENT', 'ALL') WHEN 'ENTERPRISE' THEN t.party IN ('ENTERPRISE', 'ALL') ELSE false END) $$;

ALTER TABLE "ThreadMessage" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ThreadMessage" FORCE ROW LEVEL SECURITY;
CREATE POLICY sits ON "ThreadMessage" FOR SELECT USING (bridge_sits_at("threadId"));
CREATE POLICY writes ON "ThreadMessage" FOR INSERT WITH CHECK (
  bridge_sits_at("threadId") AND "authorId"::text = bridge_setting('account') AND side = bridge_case_side((SELECT t."introductionId" FROM "Thread" t WHERE t.id = "threadId")));

-- One consent in force of each kind, however many grant it at once, and none of a kind that the product does not know.
CREATE UNIQUE INDEX "Consent_in_force" ON "Consent" ("talentId", "enterpriseId", "matchId", "memberId", purpose, category) NULLS NOT DISTINCT WHERE "withdrawnAt" IS NULL;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_kind" CHECK (CASE purpose
  WHEN 'MATCHING' THEN category = 'profile' AND "enterpriseId" IS NULL AND "matchId" IS NULL AND "memberId" IS NULL
  WHEN 'TEAM' THEN category = 'team_role' AND "enterpriseId" IS NULL AND "matchId" IS NULL AND "memberId" IS NOT NULL
  ELSE category IN ('anonymous', 'anonymous_cv', 'identity', 'contact', 'cv') AND "enterpriseId" IS NOT NULL AND "matchId" IS NOT NULL AND "memberId" IS NULL END);
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_ended" CHECK (("withdrawnAt" IS NULL) = ("endedBy" IS NULL));

-- 2. The audit trail is append-only for everyone, its owner included.
-- (\073 is a semicolon: the WebAssembly engine splits a script at every plain one)
CREATE FUNCTION bridge_append_only() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION ''the audit trail is append-only''\073 END';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION bridge_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION bridge_append_only();

-- 3. Questions to an engine live for seconds: they need no log.
ALTER TABLE "EngineQuestion" SET UNLOGGED;

-- 4. What the matching index must know of changes. The time is that of the machine, because it measures how far the index is behind.
CREATE FUNCTION bridge_pool_changed() RETURNS trigger LANGUAGE plpgsql AS
E'DECLARE
  r record\073
  alive boolean := false\073
  state text\073
BEGIN
  IF TG_OP = ''DELETE'' THEN r := OLD\073 ELSE r := NEW\073 END IF\073
  IF TG_OP <> ''DELETE'' THEN
    IF TG_TABLE_NAME = ''Talent'' THEN alive := r.status = ''LISTED'' AND r.matchable\073
    ELSE alive := r.status IN (''OPEN'', ''PARTIALLY_FILLED'')\073 END IF\073
  END IF\073
  state := r.version || ''@'' || (extract(epoch FROM r."updatedAt") * 1000)::bigint\073
  IF alive THEN
    INSERT INTO "PoolRecord" (id, side, live, stamp, "changedIn", "changedAt")
    VALUES (r.id, upper(TG_TABLE_NAME)::"PoolSide", true, state, pg_current_xact_id()::text::bigint, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET live = true, stamp = EXCLUDED.stamp, "changedIn" = EXCLUDED."changedIn", "changedAt" = EXCLUDED."changedAt"\073
  ELSIF TG_OP <> ''INSERT'' THEN
    UPDATE "PoolRecord" SET live = false, stamp = state, "changedIn" = pg_current_xact_id()::text::bigint, "changedAt" = clock_timestamp()
    WHERE id = r.id\073
    DELETE FROM "CompiledTalent" WHERE "talentId" = r.id\073
  END IF\073
  RETURN NULL\073
END';
CREATE TRIGGER pool_made AFTER INSERT OR DELETE ON "Talent" FOR EACH ROW EXECUTE FUNCTION bridge_pool_changed();
CREATE TRIGGER pool_changed AFTER UPDATE ON "Talent" FOR EACH ROW
  WHEN ((OLD.version, OLD.status, OLD.matchable, OLD."updatedAt") IS DISTINCT FROM (NEW.version, NEW.status, NEW.matchable, NEW."updatedAt"))
  EXECUTE FUNCTION bridge_pool_changed();
CREATE TRIGGER pool_made AFTER INSERT OR DELETE ON "Need" FOR EACH ROW EXECUTE FUNCTION bridge_pool_changed();
CREATE TRIGGER pool_changed AFTER UPDATE ON "Need" FOR EACH ROW
  WHEN ((OLD.version, OLD.status, OLD.deadline, OLD."updatedAt", OLD."weightsRevision") IS DISTINCT FROM (NEW.version, NEW.status, NEW.deadline, NEW."updatedAt", NEW."weightsRevision"))
  EXECUTE FUNCTION bridge_pool_changed();
