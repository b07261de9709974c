import { beforeEach, expect, test, vi } from "vitest";
import { listenLive } from "./connection.ts";

/** The browser's side of a stream, as far as the connection uses it. */
class Stream extends EventTarget {
  static opened: Stream[] = [];
  closed = false;
  url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }
  close() {
    this.closed = true;
  }
  say(event: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}
const open = () => Stream.opened.filter(({ closed }) => !closed);
const about = (id: string) => ({ id, since: () => "0" });

beforeEach(() => {
  vi.useFakeTimers();
  Stream.opened = [];
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

test("a case that is shut is told on its page, and the bell rings on there and on the next page", () => {
  const rung: number[] = [];
  const stopBell = listenLive({ bell: (unread) => rung.push(unread) });
  const shut = vi.fn();
  const stopCase = listenLive({ shut }, about("one"));
  vi.runAllTimers();
  expect(open().map(({ url }) => url)).toEqual(["/api/stream?case=one&since=0"]);
  open()[0]!.say("shut");
  expect(shut).toHaveBeenCalledOnce();
  open()[0]!.say("bell", { unread: 1 });
  stopCase();
  vi.runAllTimers();
  expect(open().map(({ url }) => url)).toEqual(["/api/stream"]);
  open()[0]!.say("bell", { unread: 2 });
  expect(rung).toEqual([1, 2]);
  stopBell();
  expect(open()).toEqual([]);
});

test("after the end of a session nothing is asked again until somebody else listens", () => {
  const over = vi.fn();
  const stop = listenLive({ over });
  vi.runAllTimers();
  open()[0]!.say("over");
  expect(over).toHaveBeenCalledOnce();
  document.dispatchEvent(new Event("visibilitychange"));
  vi.runAllTimers();
  expect(open()).toEqual([]);
  stop();
  const again = listenLive({});
  vi.runAllTimers();
  expect(open()).toHaveLength(1);
  again();
});
