-- Whose mail it is, so that none goes out to an account that was disabled since, and who is sending it, so that nobody else does.
ALTER TABLE "MailMessage" ADD COLUMN "accountId" UUID, ADD COLUMN "claimedUntil" TIMESTAMPTZ(3);
