-- After the landing nobody has the ball until the portal asks, unless somebody was given it.
ALTER TABLE "Introduction" ALTER COLUMN "ball" DROP NOT NULL;
UPDATE "Introduction" i SET "ball" = NULL, "dueOn" = q."on"
FROM (
  SELECT "introductionId", coalesce(min("dueOn") FILTER (WHERE "dueOn" > current_date), greatest(max("dueOn") + 21, current_date)) AS "on"
  FROM "FollowUp" WHERE "day" <= 180
  GROUP BY 1 HAVING bool_and(coalesce("retained", true))
) q
WHERE q."introductionId" = i.id AND i.status IN ('LANDED', 'FOLLOW_UP') AND i."nextStep" = '' AND i."ball" = 'STAFF';
