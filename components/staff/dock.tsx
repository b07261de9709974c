import type { ReactNode } from "react";
import type { Tone } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import type { FormState } from "#lib/action-state.ts";

type Act = (state: FormState, form: FormData) => Promise<FormState>;
type Hidden = Record<string, string | number>;

/** The bar at the foot of a record's page that holds what can be done with it. */
export function Dock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="sticky bottom-0 z-20 -mx-4 mt-6 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </section>
  );
}

const Fields = ({ hidden }: { hidden: Hidden }) =>
  Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** One press, no words needed. */
export function ActButton({
  id,
  action,
  hidden,
  tone = "plain",
  children,
}: {
  id: string;
  action: Act;
  hidden: Hidden;
  tone?: Tone;
  children: ReactNode;
}) {
  return (
    <ActionForm id={id} action={action}>
      <Fields hidden={hidden} />
      <SubmitButton tone={tone}>{children}</SubmitButton>
    </ActionForm>
  );
}

/** A decision that needs words: they open in a dialog. `field` is the action's name for them. */
export function ActDialog({
  id,
  action,
  hidden,
  field,
  trigger,
  tone = "plain",
  label,
  help,
  submit,
  optional,
  children,
}: {
  id: string;
  action: Act;
  hidden: Hidden;
  field: "reason" | "note";
  trigger: string;
  tone?: Tone;
  label: string;
  help?: string;
  submit?: string;
  optional?: boolean;
  children?: ReactNode;
}) {
  return (
    <Dialog trigger={trigger} tone={tone} title={submit ?? trigger}>
      <ActionForm id={id} action={action}>
        <Fields hidden={hidden} />
        {children}
        <TextArea name={field} label={label} help={help} optional={optional} rows={4} maxLength={1000} />
        <SubmitButton tone={tone === "danger" ? "danger" : "sea"}>{submit ?? trigger}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
