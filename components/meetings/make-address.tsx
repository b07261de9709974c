"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { renewCalendarFeedAction } from "#lib/meetings/actions.ts";

type Props = {
  /** the button that makes it */
  children: ReactNode;
  /** there is an address that works */
  live: boolean;
  texts: { copy: string; copied: string; address: string };
};

/** Makes the secret address and copies it; where the browser does not let a page copy, it stands in a field, marked. */
export function MakeAddress({ children, live, texts }: Props) {
  const [address, setAddress] = useState("");
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    // a page that came by plain http has no clipboard
    Promise.resolve(navigator.clipboard?.writeText(address).then(() => true))
      .catch(() => false)
      .then((done) => setCopied(done === true));
  return (
    <div className="min-w-0">
      <ActionForm
        id="renew-feed"
        action={renewCalendarFeedAction}
        className="[overflow-wrap:anywhere]"
        onDone={({ data }) => {
          setAddress(typeof data === "string" ? data : "");
          setCopied(undefined);
        }}
      >
        {children}
      </ActionForm>
      {live && address && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button tone="plain" onClick={() => void copy()}>
            {texts.copy}
          </Button>
          <span role="status" className="text-ok">
            {copied && texts.copied}
          </span>
          {copied === false && (
            <input
              readOnly
              // biome-ignore lint/a11y/noAutofocus: it answers the button just pressed
              autoFocus
              value={address}
              aria-label={texts.address}
              onFocus={(event) => event.currentTarget.select()}
              className="min-h-11 w-full min-w-0 rounded-md border border-field bg-paper px-3 text-ink"
            />
          )}
        </div>
      )}
    </div>
  );
}
