/** What was begun and not sent, kept in this browser by account and thread for a week. */
const BEGINNING = "bridge-draft:";
const LIFETIME = 7 * 86_400_000;

export const draftKey = (account: string, thread: string) => `${BEGINNING}${account}:${thread}`;

export function keepDraft(key: string, text: string) {
  try {
    if (text.trim() === "") window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify({ at: Date.now(), text }));
  } catch {
    // storage is full or forbidden: the field still holds what was typed
  }
}

const sentKey = (key: string) => `${key}:sent`;

/** What is being sent is no draft any more, and comes back as one if no answer is seen: the session may have ended meanwhile. */
export function holdSent(key: string) {
  try {
    const text = window.localStorage.getItem(key);
    if (text) window.localStorage.setItem(sentKey(key), text);
    window.localStorage.removeItem(key);
  } catch {
    // as above
  }
}
export function dropSent(key: string) {
  try {
    window.localStorage.removeItem(sentKey(key));
  } catch {
    // as above
  }
}
export function restoreSent(key: string) {
  try {
    const text = window.localStorage.getItem(sentKey(key));
    if (text && !window.localStorage.getItem(key)) window.localStorage.setItem(key, text);
  } catch {
    // as above
  }
  dropSent(key);
}

/** The draft of a thread. Those of other accounts and old ones are removed: a browser may be shared. */
export function takeDraft(key: string, account: string): string {
  try {
    for (const name of Object.keys(window.localStorage).filter((one) => one.startsWith(BEGINNING))) {
      const { at } = JSON.parse(window.localStorage.getItem(name) ?? "{}");
      if (!name.startsWith(`${BEGINNING}${account}:`) || !(Date.now() - at < LIFETIME))
        window.localStorage.removeItem(name);
    }
    return JSON.parse(window.localStorage.getItem(key) ?? "{}").text ?? "";
  } catch {
    return "";
  }
}
