import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActDialog, Dock } from "#components/staff/dock.tsx";
import { HandOver } from "#components/staff/hand-over.tsx";
import { History } from "#components/staff/history.tsx";
import { RecordStatus } from "#components/staff/record-status.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Facts, PageHeader } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import {
  answerContactMessageAction,
  closeContactMessageAction,
  handOverContactMessageAction,
} from "#lib/messages/actions.ts";
import { getContactMessage } from "#lib/messages/queries.ts";
import type { MessageDetail } from "#lib/messages/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.messages"))("title") };
}

export default async function StaffMessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const viewer = await pageViewer("/staff/messages/[messageId]");
  const { messageId } = await params;
  const message = await getContactMessage(viewer, messageId);
  if (!message) notFound();
  const history = await historyOf(viewer, "contactMessage", messageId);
  const t = await getTranslations("staff");
  return (
    <>
      <PageHeader
        crumb={<Link href="/staff/messages">{t("messages.title")}</Link>}
        title={message.name}
        lead={t(`messages.topics.${message.topic}`)}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-5">
          <Card as="article">
            <UserText as="div" locale={message.locale}>
              {message.body}
            </UserText>
          </Card>
          <Answer message={message} />
        </div>
        <div className="grid min-w-0 gap-5">
          <MessageFacts message={message} />
          <Card>
            <History rows={history} recordId={messageId} />
          </Card>
        </div>
      </div>
      {message.can.close && <MessageDock message={message} />}
    </>
  );
}

async function Answer({ message }: { message: MessageDetail }) {
  const t = await getTranslations("staff.messages");
  const terms = await getTranslations("terms");
  if (message.answer && message.answeredAt)
    return (
      <Card className="border-ok/40">
        <h2 className="mb-3 text-lg">
          {t.rich("answered", { d: () => <DateText value={message.answeredAt!} time /> })}
        </h2>
        <UserText as="div" locale={message.locale}>
          {message.answer}
        </UserText>
      </Card>
    );
  if (!message.can.answer) return null;
  return (
    <Card>
      <ActionForm id={`answer-${message.id}`} action={answerContactMessageAction}>
        <input type="hidden" name="messageId" value={message.id} />
        <input type="hidden" name="version" value={message.version} />
        <TextArea
          name="answer"
          label={t("answer")}
          help={t.rich("answerHelp", {
            email: message.email,
            language: terms(`locales.${message.locale}`),
            own: (chunks) => <span lang={langTag(message.locale)}>{chunks}</span>,
          })}
          rows={8}
          maxLength={4000}
        />
        <SubmitButton>{t("send")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

async function MessageFacts({ message }: { message: MessageDetail }) {
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  return (
    <Card bridge>
      <p className="mb-4">
        <RecordStatus kind="messages" status={message.status} />
      </p>
      <Facts
        items={[
          { term: t("talents.email"), value: message.email },
          {
            term: t("messages.language"),
            value: <span lang={langTag(message.locale)}>{terms(`locales.${message.locale}`)}</span>,
          },
          { term: t("messages.written"), value: <DateText value={message.createdAt} time /> },
          {
            term: t("common.with"),
            value: (
              <>
                {terms(`offices.${message.office}`)}
                <span className="block text-sm text-mute">
                  {t.rich("common.since", { d: () => <DateText value={message.officeSince} time /> })}
                </span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

async function MessageDock({ message }: { message: MessageDetail }) {
  const t = await getTranslations("staff");
  const hidden = { messageId: message.id, version: message.version };
  return (
    <Dock key={`${message.version}-${message.status}`} label={t("common.actions")}>
      <ActDialog
        id="close"
        action={closeContactMessageAction}
        hidden={hidden}
        field="reason"
        trigger={t("messages.close")}
        label={t("messages.closeReason")}
        optional
      />
      <div className="ml-auto">
        <HandOver
          id="hand-over"
          action={handOverContactMessageAction}
          hidden={hidden}
          office={message.office}
          withOffice={false}
        />
      </div>
    </Dock>
  );
}
