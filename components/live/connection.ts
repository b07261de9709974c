/** What a page can be told; see lib/conversations/live.ts. */
export type LiveHandlers = {
  bell?(unread: number): void;
  message?(news: { party: string; from: number; to: number }): void;
  /** somebody has read */
  read?(): void;
  /** the case has changed; `stamp` as of its pages' frame */
  case?(news: { stamp: string }): void;
  /** the case is no longer the reader's to see; the bell goes on */
  shut?(): void;
  /** the session has ended */
  over?(): void;
  connected?(is: boolean): void;
};
type About = { id: string; since(): string };

const HIDDEN_MS = 60_000;
const listeners = new Set<LiveHandlers>();
let about: About | undefined;
let source: EventSource | undefined;
let ended = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

const each = (tell: (one: LiveHandlers) => void) => {
  for (const one of [...listeners]) tell(one);
};
const parse = (event: Event) => JSON.parse((event as MessageEvent<string>).data);

function close() {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = undefined;
}

/** One connection a page, whoever listens on it: a browser opens only six to one server. */
function open() {
  close();
  if (listeners.size === 0 || ended) return;
  const query = about ? `?case=${about.id}&since=${encodeURIComponent(about.since())}` : "";
  const opened = new EventSource(`/api/stream${query}`);
  source = opened;
  opened.onopen = () => {
    failures = 0;
    each((one) => one.connected?.(true));
  };
  opened.onerror = () => {
    if (source !== opened) return;
    each((one) => one.connected?.(false));
    // the browser comes back by itself, with its last id, unless it was refused
    if (opened.readyState === EventSource.CLOSED) later();
  };
  opened.addEventListener("bell", (event) => each((one) => one.bell?.(parse(event).unread)));
  opened.addEventListener("message", (event) => {
    if ((event as MessageEvent).data) each((one) => one.message?.(parse(event)));
  });
  opened.addEventListener("read", () => each((one) => one.read?.()));
  opened.addEventListener("case", (event) => each((one) => one.case?.(parse(event))));
  opened.addEventListener("shut", () => each((one) => one.shut?.()));
  // another page of the same person took the place; this one comes back when it is looked at
  opened.addEventListener("displaced", close);
  opened.addEventListener("over", () => {
    ended = true;
    close();
    each((one) => one.over?.());
  });
}

function later() {
  close();
  const wait = Math.min(60_000, 3000 * 2 ** failures++);
  timer = setTimeout(open, wait);
}

/** Several listeners of one page come and go together: they share one opening. */
function soon() {
  clearTimeout(timer);
  timer = setTimeout(open, 0);
}

function onVisibility() {
  clearTimeout(timer);
  if (document.visibilityState === "hidden") timer = setTimeout(close, HIDDEN_MS);
  else if (!source) open();
}

/** Listens until the returned function is called; on a page of a case with its id and how far the page has got. */
export function listenLive(handlers: LiveHandlers, of?: About): () => void {
  if (listeners.size === 0) {
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", open);
  }
  listeners.add(handlers);
  if (of) about = of;
  if (of || !source) soon();
  return () => {
    listeners.delete(handlers);
    if (of && about === of) {
      about = undefined;
      soon();
    }
    if (listeners.size > 0) return;
    // whoever listens next may have signed in anew
    ended = false;
    close();
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", open);
  };
}
