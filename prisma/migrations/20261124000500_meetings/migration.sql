-- Whether a meeting took place is the word of the side that says it. Of meetings recorded before, the trail tells.
ALTER TABLE "Meeting" ADD COLUMN "recordedBy" "CaseSide";
UPDATE "Meeting" m
SET "recordedBy" = (
  SELECT CASE WHEN a."actorRole" = 'ENTERPRISE' THEN 'ENTERPRISE' ELSE 'STAFF' END
  FROM "AuditEvent" a
  WHERE a."recordType" = 'introduction'
    AND a."recordId" = m."introductionId"::text
    AND a.action IN ('introduction.meetingHeld', 'introduction.meetingMissed')
    AND a.detail ->> 'meeting' = m.id::text
  ORDER BY a.id DESC
  LIMIT 1
)::"CaseSide"
WHERE m.status IN ('HELD', 'NO_SHOW');
-- The reason of a change that is over was only shown, never meant: an agreed meeting has none.
UPDATE "Meeting" SET reason = NULL WHERE status IN ('CONFIRMED', 'HELD');
