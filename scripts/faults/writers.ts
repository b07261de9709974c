import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { accepted, contactFields, type Form, readForm, submit, withNewKey } from "./forms.ts";
import { type Product, rowsOf, statusOf } from "./product.ts";

export const contactForm = (product: Product) => readForm(product, "/en/contact", "contact");

export const isReady = async (product: Product) => (await statusOf(product, "/api/health/ready")) === 200;

/** Clients that write messages and register people without a pause, and what was acknowledged to them. */
class Writers {
  acknowledged = { messages: [] as string[], accounts: [] as string[] };
  sent = { messages: [] as string[], accounts: [] as string[] };
  #on = true;
  #running: Promise<void>[];

  constructor(contact: Form, registration: Form, clients = 3) {
    this.#running = [
      ...Array.from({ length: clients }, () => this.#repeat(() => this.#message(contact))),
      this.#repeat(() => this.#registration(registration)),
    ];
  }

  async #repeat(once: () => Promise<void>) {
    while (this.#on) await once().catch(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }

  async #message(form: Form) {
    const mark = `fault ${randomUUID()}`;
    this.sent.messages.push(mark);
    if (accepted(await submit(withNewKey(form), contactFields(mark)))) this.acknowledged.messages.push(mark);
  }

  async #registration(form: Form) {
    const email = `fault-${randomUUID()}@test.example`;
    const fields = {
      kind: "individual",
      displayName: "Fault Test",
      email,
      password: "a long enough password",
      consent: "on",
    };
    this.sent.accounts.push(email);
    const answer = await submit(withNewKey(form), fields);
    if (answer.status === 303) this.acknowledged.accounts.push(email);
  }

  get count() {
    return this.acknowledged.messages.length + this.acknowledged.accounts.length;
  }

  async stop() {
    this.#on = false;
    await Promise.all(this.#running);
  }
}

export async function writersOf(product: Product): Promise<Writers> {
  return new Writers(
    await contactForm(product),
    await readForm(product, "/en/register/talent", "register-talent"),
  );
}

/** Every acknowledged write is there; every other is whole or absent: a row, its audit event, its mail and its job, or none. */
export async function nothingLost(product: Product, { acknowledged, sent }: Writers) {
  const messages = await rowsOf<{ body: string; events: number }>(
    product,
    `SELECT body, (SELECT count(*)::int FROM "AuditEvent" e WHERE e."recordId" = m.id::text AND e.action = 'contactMessage.received') AS events
     FROM "ContactMessage" m WHERE body = ANY($1)`,
    [sent.messages],
  );
  const found = messages.map((row) => row.body);
  assert.deepEqual(
    acknowledged.messages.filter((mark) => !found.includes(mark)),
    [],
    "acknowledged messages that are gone",
  );
  assert.equal(new Set(found).size, found.length, "a message is there twice");
  assert.deepEqual(
    messages.filter((row) => row.events !== 1),
    [],
    "a message without its audit event",
  );
  const accounts = await rowsOf<{
    email: string;
    credentials: number;
    talents: number;
    identities: number;
    consents: number;
    events: number;
    mails: number;
    jobs: number;
  }>(
    product,
    `SELECT a.email, (SELECT count(*)::int FROM "Credential" c WHERE c."accountId" = a.id) AS credentials,
       (SELECT count(*)::int FROM "Talent" t WHERE t."accountId" = a.id) AS talents,
       (SELECT count(*)::int FROM "TalentIdentity" i JOIN "Talent" t ON t.id = i."talentId" WHERE t."accountId" = a.id) AS identities,
       (SELECT count(*)::int FROM "Consent" c JOIN "Talent" t ON t.id = c."talentId" WHERE t."accountId" = a.id) AS consents,
       (SELECT count(*)::int FROM "AuditEvent" e WHERE e."recordId" = a.id::text AND e.action = 'account.registered') AS events,
       (SELECT count(*)::int FROM "MailMessage" m WHERE m.recipient = a.email) AS mails,
       (SELECT count(*)::int FROM pgboss.job j JOIN "MailMessage" m ON m.id::text = j.data->>'mailId' WHERE m.recipient = a.email) AS jobs
     FROM "Account" a WHERE a.email = ANY($1)`,
    [sent.accounts],
  );
  const there = accounts.map((row) => row.email);
  assert.deepEqual(
    acknowledged.accounts.filter((email) => !there.includes(email)),
    [],
    "acknowledged registrations that are gone",
  );
  for (const { email, ...parts } of accounts)
    assert.deepEqual(
      parts,
      { credentials: 1, talents: 1, identities: 1, consents: 1, events: 1, mails: 1, jobs: 1 },
      `half of ${email}`,
    );
  return { acknowledged: found.length + there.length };
}
