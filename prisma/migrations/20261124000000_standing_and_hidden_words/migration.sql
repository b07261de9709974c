-- Words of a profile that stand in nothing an enterprise may read. Until a profile is written anew all its words count as hidden:
-- an estimate may say too little of it, never too much.
ALTER TABLE "Talent" ADD COLUMN "hiddenTokens" TEXT[], ADD COLUMN "retentionWarnedAt" TIMESTAMPTZ(3);
UPDATE "Talent" SET "hiddenTokens" = "searchTokens";

-- The enterprise that acts, if whoever acts still is one of its members and the workstation has not suspended it.
CREATE OR REPLACE FUNCTION bridge_member_of(enterprise uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT bridge_setting('role') = 'ENTERPRISE' AND enterprise::text = bridge_setting('enterprise')
      AND EXISTS (SELECT 1 FROM "Account" a JOIN "Enterprise" e ON e.id = a."enterpriseId"
        WHERE a.id::text = bridge_setting('account') AND e.id = enterprise AND e.status = 'VERIFIED' AND a."disabledAt" IS NULL) $$;
