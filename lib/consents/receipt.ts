import { type AppLocale, fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type {
  ConsentChannel,
  ConsentEnd,
  ConsentPurpose,
  DataCategory,
  Locale,
} from "#prisma/generated/enums.ts";
import { textKey } from "./schema.ts";

/** One consent as its row and its relations say it. */
export type ReceiptSource = {
  id: string;
  purpose: ConsentPurpose;
  category: DataCategory;
  textVersion: string;
  locale: Locale;
  channel: ConsentChannel;
  note: string | null;
  grantedAt: Date;
  withdrawnAt: Date | null;
  endedBy: ConsentEnd | null;
  /** the enterprise's name as it was read */
  recipient: string | null;
  enterpriseId: string | null;
  match: { need: { code: string; title: string } } | null;
};

/** Whose receipts, when they are made, whether of all consents or of one act, and where consents are withdrawn. */
export type ReceiptHead = { person: string; code: string; madeAt: Date; all: boolean; withdrawAt: string };

/** The whole text as it was read: in its own version and language, with the recipient's name in it. */
export function textAsRead(source: ReceiptSource): { title: string; text: string; language: AppLocale } {
  const language = fromDbLocale(source.locale);
  const t = translator(language, "consents");
  const key = textKey(source.textVersion, source.purpose, source.category);
  const params = { enterprise: source.recipient ?? "" };
  return { title: t(`${key}.title`, params), text: t(`${key}.text`, params), language };
}

const CONTROLLER = "workstation";
const WHAT_ENDED = { WITHDRAWN: "withdrawn", ENDED: "terminated", REPLACED: "superseded", ERASED: "erased" };

/** A record in the structure of ISO/IEC TS 27560:2023: header, processing, parties, events. */
function toRecord(source: ReceiptSource, head: ReceiptHead) {
  const { title, text, language } = textAsRead(source);
  const { enterpriseId, recipient, match } = source;
  return {
    schema_version: "ISO/IEC TS 27560:2023",
    record_id: source.id,
    pii_principal_id: head.code,
    pii_processing: {
      privacy_notice: { version: source.textVersion, title, text },
      language: langTag(language),
      purposes: [
        {
          purpose: source.purpose,
          purpose_description: title,
          lawful_basis: "consent",
          pii_information: [{ pii_type: source.category, pii_optional: source.category !== "profile" }],
          pii_controllers: [CONTROLLER],
          recipient_third_parties: enterpriseId ? [enterpriseId] : [],
          services: match ? [`${match.need.code} ${match.need.title}`] : [],
          collection_method: source.channel,
          collection_note: source.note,
          jurisdictions: ["HK", "CN"],
          withdrawal_method: head.withdrawAt,
        },
      ],
    },
    party_identification: [
      {
        party_id: CONTROLLER,
        party_name:
          "China Yantai · Hong Kong International Talent Recruitment Workstation 中国烟台·香港国际引才工作站",
        party_role: "pii_controller",
        party_url: new URL("/", head.withdrawAt).href,
      },
      ...(enterpriseId
        ? [{ party_id: enterpriseId, party_name: recipient, party_role: "recipient_third_party" }]
        : []),
    ],
    events: [
      { event_time: source.grantedAt.toISOString(), event_type: "consent_given", event_state: "given" },
      ...(source.withdrawnAt
        ? [
            {
              event_time: source.withdrawnAt.toISOString(),
              event_type: "consent_ended",
              event_state: WHAT_ENDED[source.endedBy ?? "ENDED"],
            },
          ]
        : []),
    ],
  };
}

/** The receipts as data: a consent receipt of ISO/IEC TS 27560 that holds whole records. */
export const receiptData = (sources: readonly ReceiptSource[], head: ReceiptHead) => ({
  receipt_metadata: {
    schema_version: "ISO/IEC TS 27560:2023",
    receipt_id: `${head.code}-${head.madeAt.toISOString()}`,
    pii_principal_id: head.code,
    pii_principal_name: head.person,
    created_at: head.madeAt.toISOString(),
  },
  consent_records: sources.map((source) => toRecord(source, head)),
});
