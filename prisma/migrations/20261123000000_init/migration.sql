-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('TALENT', 'ENTERPRISE', 'OFFICER', 'ADMIN');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL', 'STAFF_INVITATION', 'COLLEAGUE_INVITATION', 'PROFILE_CLAIM', 'TEAM_INVITATION');

-- CreateEnum
CREATE TYPE "Office" AS ENUM ('HONG_KONG', 'YANTAI');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('zh-Hans', 'zh-Hant', 'en');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('MATCHING', 'INTRODUCTION', 'CROSS_BORDER', 'TEAM');

-- CreateEnum
CREATE TYPE "DataCategory" AS ENUM ('profile', 'anonymous', 'anonymous_cv', 'identity', 'contact', 'cv', 'team_role', 'case_file');

-- CreateEnum
CREATE TYPE "ConsentChannel" AS ENUM ('PORTAL', 'IN_PERSON', 'PHONE', 'WRITTEN', 'IMPORT');

-- CreateEnum
CREATE TYPE "ConsentEnd" AS ENUM ('WITHDRAWN', 'ENDED', 'REPLACED', 'ERASED');

-- CreateEnum
CREATE TYPE "ThreadParty" AS ENUM ('TALENT', 'ENTERPRISE', 'ALL');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('PORTAL', 'MAIL_LINK');

-- CreateEnum
CREATE TYPE "PoolSide" AS ENUM ('TALENT', 'NEED');

-- CreateEnum
CREATE TYPE "EnterpriseStatus" AS ENUM ('SUBMITTED', 'CHANGES_REQUESTED', 'VERIFIED', 'REJECTED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "IntroductionStatus" AS ENUM ('SENT', 'ACKNOWLEDGED', 'MEETING', 'OFFER', 'ACCEPTED', 'LANDED', 'FOLLOW_UP', 'CLOSED', 'NO_FIT', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CaseSide" AS ENUM ('TALENT', 'ENTERPRISE', 'STAFF');

-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('PROPOSED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "FollowUpStatus" AS ENUM ('DUE', 'ANSWERED', 'MISSED');

-- CreateEnum
CREATE TYPE "MatchStatus" AS ENUM ('SUGGESTED', 'IN_REVIEW', 'REJECTED', 'APPROVED', 'INVITED', 'TALENT_ACCEPTED', 'TALENT_DECLINED', 'INVITATION_EXPIRED', 'ENTERPRISE_DECLINED', 'INTRODUCED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MatchOrigin" AS ENUM ('SUGGESTED', 'NOMINATED', 'INTEREST');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('PROPOSED', 'CONFIRMED', 'HELD', 'NO_SHOW', 'CANCELLED');

-- CreateEnum
CREATE TYPE "NeedStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'PARTIALLY_FILLED', 'PAUSED', 'FILLED', 'CLOSED', 'EXPIRED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('AT_ONCE', 'DAILY', 'NEVER');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'DROPPED');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('PLANNED', 'ACTIVE', 'AT_RISK', 'PAUSED', 'COMPLETED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ProjectBasis" AS ENUM ('STATED', 'INFERRED');

-- CreateEnum
CREATE TYPE "TalentKind" AS ENUM ('INDIVIDUAL', 'TEAM');

-- CreateEnum
CREATE TYPE "ProfileStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'CHANGES_REQUESTED', 'VERIFIED', 'LISTED', 'PAUSED', 'REJECTED', 'ARCHIVED', 'ERASED');

-- CreateEnum
CREATE TYPE "DocumentStatus" AS ENUM ('READ', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "MemberStatus" AS ENUM ('INVITED', 'CONSENTED', 'DECLINED', 'LEFT');

-- CreateEnum
CREATE TYPE "TaskKind" AS ENUM ('UPLOAD', 'QUESTION', 'FORM', 'DO');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WAIVED');

-- CreateEnum
CREATE TYPE "TaskMilestone" AS ENUM ('MEETING', 'OFFER', 'ACCEPTED', 'ARRIVAL');

-- CreateEnum
CREATE TYPE "PhraseStatus" AS ENUM ('OPEN', 'DISMISSED');

-- CreateEnum
CREATE TYPE "ContactMessageStatus" AS ENUM ('OPEN', 'ANSWERED', 'CLOSED');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "office" "Office",
    "enterpriseId" UUID,
    "locale" "Locale" NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "accountId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountToken" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "accountId" UUID,
    "email" TEXT NOT NULL,
    "grant" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "talentId" UUID NOT NULL,
    "enterpriseId" UUID,
    "matchId" UUID,
    "purpose" "ConsentPurpose" NOT NULL,
    "category" "DataCategory" NOT NULL,
    "textVersion" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "channel" "ConsentChannel" NOT NULL DEFAULT 'PORTAL',
    "recordedById" UUID,
    "note" TEXT,
    "recipient" TEXT,
    "memberId" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "endedBy" "ConsentEnd",

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disclosure" (
    "id" UUID NOT NULL,
    "talentId" UUID NOT NULL,
    "accountId" UUID,
    "enterpriseId" UUID,
    "office" "Office",
    "matchId" UUID,
    "categories" "DataCategory"[],
    "purpose" TEXT NOT NULL,
    "consentIds" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "party" "ThreadParty" NOT NULL,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "lastAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadMessage" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "authorId" UUID,
    "side" "CaseSide" NOT NULL,
    "office" "Office",
    "locale" "Locale" NOT NULL,
    "body" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL DEFAULT 'PORTAL',
    "mentions" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageFile" (
    "fileId" UUID NOT NULL,
    "messageId" UUID NOT NULL,

    CONSTRAINT "MessageFile_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "ThreadRead" (
    "threadId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadRead_pkey" PRIMARY KEY ("threadId","accountId")
);

-- CreateTable
CREATE TABLE "ReplyLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "threadId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngineQuestion" (
    "id" UUID NOT NULL,
    "question" JSONB NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "answer" JSONB,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EngineQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngineState" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "EngineState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PoolRecord" (
    "id" UUID NOT NULL,
    "side" "PoolSide" NOT NULL,
    "live" BOOLEAN NOT NULL,
    "stamp" TEXT NOT NULL,
    "changedIn" BIGINT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "rankedWith" INTEGER,

    CONSTRAINT "PoolRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompiledTalent" (
    "talentId" UUID NOT NULL,
    "stamp" TEXT NOT NULL,
    "made" INTEGER NOT NULL,
    "row" BYTEA NOT NULL,

    CONSTRAINT "CompiledTalent_pkey" PRIMARY KEY ("talentId")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" UUID NOT NULL,
    "externalId" TEXT,
    "status" "EnterpriseStatus" NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "licenceNumber" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "ftz" BOOLEAN NOT NULL DEFAULT false,
    "website" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "locale" "Locale" NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "holding" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "office" "Office" NOT NULL DEFAULT 'YANTAI',
    "assigneeId" UUID,
    "officeSince" TIMESTAMPTZ(3) NOT NULL,
    "reviewNote" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Introduction" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "matchId" UUID NOT NULL,
    "status" "IntroductionStatus" NOT NULL DEFAULT 'SENT',
    "needId" UUID NOT NULL,
    "talentId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "office" "Office" NOT NULL,
    "officeSince" TIMESTAMPTZ(3) NOT NULL,
    "ownerId" UUID,
    "nextStep" TEXT NOT NULL DEFAULT '',
    "ball" "CaseSide" NOT NULL DEFAULT 'STAFF',
    "dueOn" DATE,
    "statusSince" TIMESTAMPTZ(3) NOT NULL,
    "firstResponseAt" TIMESTAMPTZ(3),
    "handOverTo" "Office",
    "handOverById" UUID,
    "handOverNote" TEXT,
    "handOverAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "closeReason" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntroductionStage" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "status" "IntroductionStatus" NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "actorId" UUID,
    "side" "CaseSide" NOT NULL,
    "office" "Office",
    "reason" TEXT,

    CONSTRAINT "IntroductionStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "OfferStatus" NOT NULL DEFAULT 'PROPOSED',
    "mode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "startOn" DATE,
    "daysPerMonth" INTEGER,
    "payMin" INTEGER,
    "payMax" INTEGER,
    "payCurrency" TEXT,
    "payPeriod" TEXT,
    "housing" TEXT NOT NULL DEFAULT '',
    "terms" TEXT NOT NULL DEFAULT '',
    "evidenceId" UUID,
    "recordedById" UUID,
    "side" "CaseSide" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Landing" (
    "introductionId" UUID NOT NULL,
    "landedOn" DATE NOT NULL,
    "proofKind" TEXT NOT NULL,
    "proofId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedOffice" "Office" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "countersignedById" UUID,
    "countersignedAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,

    CONSTRAINT "Landing_pkey" PRIMARY KEY ("introductionId")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "side" "CaseSide" NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" "FollowUpStatus" NOT NULL DEFAULT 'DUE',
    "retained" BOOLEAN,
    "satisfaction" INTEGER,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseFile" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "uploadedById" UUID,
    "side" "CaseSide" NOT NULL,
    "audience" "CaseSide"[],
    "filename" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Match" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "talentId" UUID NOT NULL,
    "status" "MatchStatus" NOT NULL DEFAULT 'SUGGESTED',
    "origin" "MatchOrigin" NOT NULL DEFAULT 'SUGGESTED',
    "score" DOUBLE PRECISION NOT NULL,
    "needToTalent" DOUBLE PRECISION NOT NULL,
    "talentToNeed" DOUBLE PRECISION NOT NULL,
    "conflicts" TEXT[],
    "priority" DOUBLE PRECISION NOT NULL,
    "explanation" JSONB NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "dictionaryVersion" TEXT NOT NULL,
    "weightsVersion" TEXT NOT NULL,
    "indexVersion" TEXT NOT NULL DEFAULT '',
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "nominatedById" UUID,
    "assigneeId" UUID,
    "decidedById" UUID,
    "decidedOffice" "Office",
    "decidedAt" TIMESTAMPTZ(3),
    "reasonCode" TEXT,
    "reason" TEXT,
    "notifyAt" TIMESTAMPTZ(3),
    "invitedAt" TIMESTAMPTZ(3),
    "invitationExpiresAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "talentDecidedAt" TIMESTAMPTZ(3),
    "talentReasonCode" TEXT,
    "talentReason" TEXT,
    "enterpriseDecidedAt" TIMESTAMPTZ(3),
    "enterpriseDecidedById" UUID,
    "enterpriseReasonCode" TEXT,
    "enterpriseReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "visitId" UUID,
    "status" "MeetingStatus" NOT NULL DEFAULT 'PROPOSED',
    "kind" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "offeredBy" "CaseSide" NOT NULL,
    "createdById" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "noShow" "CaseSide",
    "reason" TEXT,
    "remindedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingOption" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterviewSlot" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "enterpriseId" UUID NOT NULL,
    "createdById" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "mode" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "meetingId" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InterviewSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "cancelledAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scorecard" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "side" "CaseSide" NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "evidenceAt" TIMESTAMPTZ(3) NOT NULL,
    "opinion" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "opinionAt" TIMESTAMPTZ(3),

    CONSTRAINT "Scorecard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "externalId" TEXT,
    "enterpriseId" UUID NOT NULL,
    "status" "NeedStatus" NOT NULL DEFAULT 'DRAFT',
    "type" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'hk_to_yantai',
    "locale" "Locale" NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "duties" TEXT[],
    "mustHave" TEXT[],
    "preferred" TEXT[],
    "educationMin" TEXT,
    "disciplines" TEXT[],
    "experienceYearsMin" INTEGER,
    "qualificationsRequired" TEXT[],
    "languages" JSONB NOT NULL DEFAULT '[]',
    "modes" TEXT[],
    "daysPerMonth" INTEGER,
    "chain" TEXT NOT NULL,
    "chainText" TEXT NOT NULL DEFAULT '',
    "district" TEXT NOT NULL,
    "ftz" BOOLEAN NOT NULL DEFAULT false,
    "payMin" INTEGER,
    "payMax" INTEGER,
    "payCurrency" TEXT,
    "payPeriod" TEXT,
    "housing" BOOLEAN NOT NULL DEFAULT false,
    "relocation" BOOLEAN NOT NULL DEFAULT false,
    "headcount" INTEGER NOT NULL DEFAULT 1,
    "filledCount" INTEGER NOT NULL DEFAULT 0,
    "start" DATE,
    "deadline" DATE,
    "ipTerms" TEXT NOT NULL DEFAULT '',
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "contactName" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "educationRank" INTEGER,
    "payCeiling" INTEGER,
    "conceptIds" TEXT[],
    "searchTokens" TEXT[],
    "weightFactors" JSONB NOT NULL DEFAULT '{}',
    "weightsRevision" INTEGER NOT NULL DEFAULT 0,
    "office" "Office" NOT NULL DEFAULT 'YANTAI',
    "assigneeId" UUID,
    "officeSince" TIMESTAMPTZ(3) NOT NULL,
    "reviewNote" TEXT,
    "closeReason" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "matchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL DEFAULT true,
    "mail" "MailPace" NOT NULL DEFAULT 'NEVER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "digestAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationPreference" (
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "mail" "MailPace" NOT NULL,

    CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("accountId","kind")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "office" "Office",
    "action" TEXT NOT NULL,
    "recordType" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribe" TEXT,
    "calendar" JSONB,
    "status" "MailStatus" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Marker" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Marker_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "CooperationProject" (
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "basis" "ProjectBasis" NOT NULL,
    "status" "ProjectStatus" NOT NULL,
    "name" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "leadOffice" "Office" NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CooperationProject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Talent" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "externalId" TEXT,
    "accountId" UUID,
    "kind" "TalentKind" NOT NULL DEFAULT 'INDIVIDUAL',
    "status" "ProfileStatus" NOT NULL DEFAULT 'DRAFT',
    "locale" "Locale" NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "headline" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "base" TEXT,
    "pathway" TEXT,
    "direction" TEXT,
    "intentions" TEXT[],
    "industries" TEXT[],
    "skills" TEXT[],
    "experience" JSONB NOT NULL DEFAULT '[]',
    "education" JSONB NOT NULL DEFAULT '[]',
    "qualifications" TEXT[],
    "languages" JSONB NOT NULL DEFAULT '[]',
    "outputs" TEXT[],
    "availableFrom" DATE,
    "daysPerMonth" INTEGER,
    "payMin" INTEGER,
    "payMax" INTEGER,
    "payCurrency" TEXT,
    "payPeriod" TEXT,
    "blockedEmployers" TEXT[],
    "matchable" BOOLEAN NOT NULL DEFAULT true,
    "alerts" BOOLEAN NOT NULL DEFAULT true,
    "educationRank" INTEGER,
    "experienceMonths" INTEGER NOT NULL DEFAULT 0,
    "payFloor" INTEGER,
    "languageCodes" TEXT[],
    "conceptIds" TEXT[],
    "searchTokens" TEXT[],
    "anonymous" JSONB NOT NULL DEFAULT '{}',
    "editedSinceVerification" BOOLEAN NOT NULL DEFAULT false,
    "mergedIntoId" UUID,
    "office" "Office" NOT NULL DEFAULT 'HONG_KONG',
    "assigneeId" UUID,
    "officeSince" TIMESTAMPTZ(3) NOT NULL,
    "reviewNote" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "matchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Talent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalentIdentity" (
    "talentId" UUID NOT NULL,
    "nameZh" TEXT,
    "nameEn" TEXT,
    "nameKeys" TEXT[],

    CONSTRAINT "TalentIdentity_pkey" PRIMARY KEY ("talentId")
);

-- CreateTable
CREATE TABLE "TalentContact" (
    "talentId" UUID NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "wechat" TEXT,
    "whatsapp" TEXT,
    "phoneKey" TEXT,

    CONSTRAINT "TalentContact_pkey" PRIMARY KEY ("talentId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "talentId" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "status" "DocumentStatus" NOT NULL,
    "problem" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "proposal" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "accountId" UUID,
    "role" TEXT NOT NULL,
    "skills" TEXT[],
    "status" "MemberStatus" NOT NULL DEFAULT 'INVITED',
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "respondedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMemberIdentity" (
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "TeamMemberIdentity_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "ErasedTalent" (
    "talentId" UUID NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL,
    "externalIdHash" TEXT,

    CONSTRAINT "ErasedTalent_pkey" PRIMARY KEY ("talentId")
);

-- CreateTable
CREATE TABLE "SavedNeed" (
    "talentId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedNeed_pkey" PRIMARY KEY ("talentId","needId")
);

-- CreateTable
CREATE TABLE "CaseTask" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "item" TEXT,
    "side" "CaseSide" NOT NULL,
    "assigneeId" UUID,
    "kind" "TaskKind" NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'OPEN',
    "titles" JSONB NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "fields" JSONB NOT NULL DEFAULT '[]',
    "identity" BOOLEAN NOT NULL DEFAULT false,
    "dueOn" DATE,
    "dueFrom" "TaskMilestone",
    "dueDays" INTEGER,
    "answer" JSONB NOT NULL DEFAULT '{}',
    "fileId" UUID,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "remindedAt" TIMESTAMPTZ(3),
    "dueToldAt" TIMESTAMPTZ(3),
    "escalatedAt" TIMESTAMPTZ(3),
    "officeToldAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaxonomyEdit" (
    "conceptId" TEXT NOT NULL,
    "content" JSONB,
    "mergedIntoId" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "reviewedHash" TEXT,
    "reviewedById" UUID,
    "reviewedByName" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaxonomyEdit_pkey" PRIMARY KEY ("conceptId")
);

-- CreateTable
CREATE TABLE "EscoConcept" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "aliases" TEXT[],
    "broader" TEXT[],
    "related" TEXT[],
    "place" INTEGER NOT NULL,

    CONSTRAINT "EscoConcept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaxonomyLoad" (
    "source" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "concepts" INTEGER NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaxonomyLoad_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "TaxonomyPhrase" (
    "form" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "status" "PhraseStatus" NOT NULL DEFAULT 'OPEN',
    "talents" INTEGER NOT NULL DEFAULT 0,
    "needs" INTEGER NOT NULL DEFAULT 0,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "dismissedReason" TEXT,
    "dismissedByName" TEXT,
    "dismissedAt" TIMESTAMPTZ(3),
    "firstSeen" TIMESTAMPTZ(3) NOT NULL,
    "lastSeen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaxonomyPhrase_pkey" PRIMARY KEY ("form")
);

-- CreateTable
CREATE TABLE "TaxonomyPhraseUse" (
    "form" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "example" TEXT NOT NULL,

    CONSTRAINT "TaxonomyPhraseUse_pkey" PRIMARY KEY ("form","side","recordId")
);

-- CreateTable
CREATE TABLE "ContactMessage" (
    "id" UUID NOT NULL,
    "status" "ContactMessageStatus" NOT NULL DEFAULT 'OPEN',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "office" "Office" NOT NULL,
    "assigneeId" UUID,
    "officeSince" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContactMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Account_enterpriseId_idx" ON "Account"("enterpriseId");

-- CreateIndex
CREATE INDEX "Account_role_office_idx" ON "Account"("role", "office");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AccountToken_tokenHash_key" ON "AccountToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccountToken_accountId_purpose_idx" ON "AccountToken"("accountId", "purpose");

-- CreateIndex
CREATE INDEX "AccountToken_email_purpose_idx" ON "AccountToken"("email", "purpose");

-- CreateIndex
CREATE INDEX "AccountToken_expiresAt_idx" ON "AccountToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_accountId_list_name_key" ON "SavedView"("accountId", "list", "name");

-- CreateIndex
CREATE INDEX "Consent_talentId_purpose_idx" ON "Consent"("talentId", "purpose");

-- CreateIndex
CREATE INDEX "Consent_enterpriseId_talentId_purpose_idx" ON "Consent"("enterpriseId", "talentId", "purpose");

-- CreateIndex
CREATE INDEX "Consent_matchId_purpose_category_idx" ON "Consent"("matchId", "purpose", "category");

-- CreateIndex
CREATE INDEX "Disclosure_talentId_at_id_idx" ON "Disclosure"("talentId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Thread_introductionId_party_key" ON "Thread"("introductionId", "party");

-- CreateIndex
CREATE INDEX "ThreadMessage_authorId_idx" ON "ThreadMessage"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadMessage_threadId_seq_key" ON "ThreadMessage"("threadId", "seq");

-- CreateIndex
CREATE INDEX "MessageFile_messageId_idx" ON "MessageFile"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyLink_tokenHash_key" ON "ReplyLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ReplyLink_threadId_accountId_idx" ON "ReplyLink"("threadId", "accountId");

-- CreateIndex
CREATE INDEX "ReplyLink_expiresAt_idx" ON "ReplyLink"("expiresAt");

-- CreateIndex
CREATE INDEX "EngineQuestion_until_idx" ON "EngineQuestion"("until");

-- CreateIndex
CREATE INDEX "EngineState_beatAt_idx" ON "EngineState"("beatAt");

-- CreateIndex
CREATE INDEX "PoolRecord_changedIn_idx" ON "PoolRecord"("changedIn");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_externalId_key" ON "Enterprise"("externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_licenceNumber_key" ON "Enterprise"("licenceNumber");

-- CreateIndex
CREATE INDEX "Enterprise_status_submittedAt_idx" ON "Enterprise"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Enterprise_office_status_idx" ON "Enterprise"("office", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Introduction_code_key" ON "Introduction"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Introduction_matchId_key" ON "Introduction"("matchId");

-- CreateIndex
CREATE INDEX "Introduction_dueOn_id_idx" ON "Introduction"("dueOn", "id");

-- CreateIndex
CREATE INDEX "Introduction_status_dueOn_id_idx" ON "Introduction"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Introduction_office_dueOn_id_idx" ON "Introduction"("office", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Introduction_office_status_dueOn_id_idx" ON "Introduction"("office", "status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Introduction_ownerId_status_dueOn_id_idx" ON "Introduction"("ownerId", "status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Introduction_enterpriseId_status_idx" ON "Introduction"("enterpriseId", "status");

-- CreateIndex
CREATE INDEX "Introduction_talentId_status_idx" ON "Introduction"("talentId", "status");

-- CreateIndex
CREATE INDEX "Introduction_needId_idx" ON "Introduction"("needId");

-- CreateIndex
CREATE INDEX "Introduction_handOverTo_idx" ON "Introduction"("handOverTo");

-- CreateIndex
CREATE INDEX "Introduction_createdAt_id_idx" ON "Introduction"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Introduction_closedAt_id_idx" ON "Introduction"("closedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "IntroductionStage_introductionId_enteredAt_idx" ON "IntroductionStage"("introductionId", "enteredAt");

-- CreateIndex
CREATE INDEX "IntroductionStage_status_enteredAt_idx" ON "IntroductionStage"("status", "enteredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Offer_introductionId_number_key" ON "Offer"("introductionId", "number");

-- CreateIndex
CREATE INDEX "Landing_landedOn_idx" ON "Landing"("landedOn");

-- CreateIndex
CREATE INDEX "FollowUp_status_dueOn_idx" ON "FollowUp"("status", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_introductionId_day_side_key" ON "FollowUp"("introductionId", "day", "side");

-- CreateIndex
CREATE UNIQUE INDEX "CaseFile_storageKey_key" ON "CaseFile"("storageKey");

-- CreateIndex
CREATE INDEX "CaseFile_introductionId_createdAt_idx" ON "CaseFile"("introductionId", "createdAt");

-- CreateIndex
CREATE INDEX "Match_status_priority_id_idx" ON "Match"("status", "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "Match_priority_id_idx" ON "Match"("priority" DESC, "id");

-- CreateIndex
CREATE INDEX "Match_needId_status_priority_idx" ON "Match"("needId", "status", "priority" DESC);

-- CreateIndex
CREATE INDEX "Match_talentId_status_priority_idx" ON "Match"("talentId", "status", "priority" DESC);

-- CreateIndex
CREATE INDEX "Match_status_invitationExpiresAt_idx" ON "Match"("status", "invitationExpiresAt");

-- CreateIndex
CREATE INDEX "Match_decidedById_decidedAt_idx" ON "Match"("decidedById", "decidedAt");

-- CreateIndex
CREATE INDEX "Match_status_score_idx" ON "Match"("status", "score");

-- CreateIndex
CREATE INDEX "Match_decidedAt_idx" ON "Match"("decidedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Match_needId_talentId_key" ON "Match"("needId", "talentId");

-- CreateIndex
CREATE INDEX "Meeting_introductionId_startsAt_idx" ON "Meeting"("introductionId", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_status_startsAt_idx" ON "Meeting"("status", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_visitId_idx" ON "Meeting"("visitId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingOption_meetingId_startsAt_key" ON "MeetingOption"("meetingId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewSlot_meetingId_key" ON "InterviewSlot"("meetingId");

-- CreateIndex
CREATE INDEX "InterviewSlot_needId_meetingId_startsAt_idx" ON "InterviewSlot"("needId", "meetingId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewSlot_needId_startsAt_endsAt_key" ON "InterviewSlot"("needId", "startsAt", "endsAt");

-- CreateIndex
CREATE INDEX "Visit_introductionId_startsOn_idx" ON "Visit"("introductionId", "startsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Scorecard_meetingId_authorId_key" ON "Scorecard"("meetingId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Need_code_key" ON "Need"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Need_externalId_key" ON "Need"("externalId");

-- CreateIndex
CREATE INDEX "Need_status_openedAt_id_idx" ON "Need"("status", "openedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Need_openedAt_id_idx" ON "Need"("openedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Need_status_submittedAt_idx" ON "Need"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Need_enterpriseId_status_idx" ON "Need"("enterpriseId", "status");

-- CreateIndex
CREATE INDEX "Need_status_deadline_idx" ON "Need"("status", "deadline");

-- CreateIndex
CREATE INDEX "Need_status_chain_idx" ON "Need"("status", "chain");

-- CreateIndex
CREATE INDEX "Need_updatedAt_id_idx" ON "Need"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Need_conceptIds_idx" ON "Need" USING GIN ("conceptIds");

-- CreateIndex
CREATE INDEX "Need_searchTokens_idx" ON "Need" USING GIN ("searchTokens");

-- CreateIndex
CREATE INDEX "Notification_accountId_shown_createdAt_id_idx" ON "Notification"("accountId", "shown", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notification_accountId_shown_readAt_idx" ON "Notification"("accountId", "shown", "readAt");

-- CreateIndex
CREATE INDEX "Notification_mail_digestAt_accountId_idx" ON "Notification"("mail", "digestAt", "accountId");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_accountId_key_key" ON "Notification"("accountId", "key");

-- CreateIndex
CREATE INDEX "AuditEvent_recordType_recordId_id_idx" ON "AuditEvent"("recordType", "recordId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_id_idx" ON "AuditEvent"("actorId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_action_id_idx" ON "AuditEvent"("action", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "MailMessage_idempotencyKey_key" ON "MailMessage"("idempotencyKey");

-- CreateIndex
CREATE INDEX "MailMessage_status_createdAt_idx" ON "MailMessage"("status", "createdAt");

-- CreateIndex
CREATE INDEX "MailMessage_createdAt_idx" ON "MailMessage"("createdAt");

-- CreateIndex
CREATE INDEX "MailMessage_recipient_idx" ON "MailMessage"("recipient");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CooperationProject_ordinal_key" ON "CooperationProject"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Talent_code_key" ON "Talent"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Talent_externalId_key" ON "Talent"("externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Talent_accountId_key" ON "Talent"("accountId");

-- CreateIndex
CREATE INDEX "Talent_status_updatedAt_id_idx" ON "Talent"("status", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Talent_status_submittedAt_idx" ON "Talent"("status", "submittedAt");

-- CreateIndex
CREATE INDEX "Talent_office_status_idx" ON "Talent"("office", "status");

-- CreateIndex
CREATE INDEX "Talent_assigneeId_idx" ON "Talent"("assigneeId");

-- CreateIndex
CREATE INDEX "Talent_status_experienceMonths_idx" ON "Talent"("status", "experienceMonths");

-- CreateIndex
CREATE INDEX "Talent_updatedAt_id_idx" ON "Talent"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Talent_conceptIds_idx" ON "Talent" USING GIN ("conceptIds");

-- CreateIndex
CREATE INDEX "Talent_searchTokens_idx" ON "Talent" USING GIN ("searchTokens");

-- CreateIndex
CREATE INDEX "TalentIdentity_nameKeys_idx" ON "TalentIdentity" USING GIN ("nameKeys");

-- CreateIndex
CREATE INDEX "TalentContact_email_idx" ON "TalentContact"("email");

-- CreateIndex
CREATE INDEX "TalentContact_phoneKey_idx" ON "TalentContact"("phoneKey");

-- CreateIndex
CREATE UNIQUE INDEX "Document_storageKey_key" ON "Document"("storageKey");

-- CreateIndex
CREATE INDEX "Document_talentId_createdAt_idx" ON "Document"("talentId", "createdAt");

-- CreateIndex
CREATE INDEX "TeamMember_teamId_idx" ON "TeamMember"("teamId");

-- CreateIndex
CREATE INDEX "TeamMember_accountId_idx" ON "TeamMember"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "ErasedTalent_externalIdHash_key" ON "ErasedTalent"("externalIdHash");

-- CreateIndex
CREATE INDEX "SavedNeed_needId_idx" ON "SavedNeed"("needId");

-- CreateIndex
CREATE INDEX "CaseTask_introductionId_status_dueOn_idx" ON "CaseTask"("introductionId", "status", "dueOn");

-- CreateIndex
CREATE INDEX "CaseTask_status_dueOn_id_idx" ON "CaseTask"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "CaseTask_assigneeId_status_dueOn_idx" ON "CaseTask"("assigneeId", "status", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "CaseTask_introductionId_item_key" ON "CaseTask"("introductionId", "item");

-- CreateIndex
CREATE INDEX "TaxonomyEdit_mergedIntoId_idx" ON "TaxonomyEdit"("mergedIntoId");

-- CreateIndex
CREATE INDEX "TaxonomyEdit_updatedAt_idx" ON "TaxonomyEdit"("updatedAt" DESC);

-- CreateIndex
CREATE INDEX "EscoConcept_place_idx" ON "EscoConcept"("place");

-- CreateIndex
CREATE INDEX "TaxonomyPhrase_status_uses_form_idx" ON "TaxonomyPhrase"("status", "uses" DESC, "form");

-- CreateIndex
CREATE INDEX "TaxonomyPhraseUse_side_recordId_idx" ON "TaxonomyPhraseUse"("side", "recordId");

-- CreateIndex
CREATE INDEX "ContactMessage_status_office_createdAt_idx" ON "ContactMessage"("status", "office", "createdAt");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountToken" ADD CONSTRAINT "AccountToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Match"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Disclosure" ADD CONSTRAINT "Disclosure_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disclosure" ADD CONSTRAINT "Disclosure_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMessage" ADD CONSTRAINT "ThreadMessage_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageFile" ADD CONSTRAINT "MessageFile_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ThreadMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageFile" ADD CONSTRAINT "MessageFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "CaseFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyLink" ADD CONSTRAINT "ReplyLink_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Match"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntroductionStage" ADD CONSTRAINT "IntroductionStage_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Landing" ADD CONSTRAINT "Landing_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Landing" ADD CONSTRAINT "Landing_proofId_fkey" FOREIGN KEY ("proofId") REFERENCES "CaseFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseFile" ADD CONSTRAINT "CaseFile_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOption" ADD CONSTRAINT "MeetingOption_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewSlot" ADD CONSTRAINT "InterviewSlot_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewSlot" ADD CONSTRAINT "InterviewSlot_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Talent" ADD CONSTRAINT "Talent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalentIdentity" ADD CONSTRAINT "TalentIdentity_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalentContact" ADD CONSTRAINT "TalentContact_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMemberIdentity" ADD CONSTRAINT "TeamMemberIdentity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "TeamMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedNeed" ADD CONSTRAINT "SavedNeed_talentId_fkey" FOREIGN KEY ("talentId") REFERENCES "Talent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedNeed" ADD CONSTRAINT "SavedNeed_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "CaseFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaxonomyPhraseUse" ADD CONSTRAINT "TaxonomyPhraseUse_form_fkey" FOREIGN KEY ("form") REFERENCES "TaxonomyPhrase"("form") ON DELETE CASCADE ON UPDATE CASCADE;
