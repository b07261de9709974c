-- Stages that a case was moved into by mistake. Until now the trail alone knew them: the stage that was left when a move was taken back.
ALTER TABLE "IntroductionStage" ADD COLUMN "undoneAt" TIMESTAMPTZ(3);

UPDATE "IntroductionStage" s SET "undoneAt" = s."leftAt" FROM "AuditEvent" a
WHERE a.action = 'introduction.takenBack' AND a."recordType" = 'introduction' AND a."recordId" = s."introductionId"::text
  AND a.at BETWEEN s."leftAt" AND s."leftAt" + interval '1 second';
