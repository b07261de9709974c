import { createServer, type Server, type Socket } from "node:net";

/** How the server behaves with whoever comes next. */
export type Mood =
  | "works"
  /** greets with "try later" */
  | "busy"
  /** takes the connection and says nothing until it drops it */
  | "mute"
  /** hears the whole mail, forgets it and hangs up */
  | "drops"
  /** refuses whom it is sent by, as a relay in trouble does, or whom it is sent to */
  | "refusesSender"
  | "refusesReader"
  /** keeps the mail and hangs up before it says so */
  | "keepsAndDrops";

/** A mail server of a few lines, for tests: it remembers what it accepted, and can be as bad as real ones. */
export class SmtpServer {
  mood: Mood = "works";
  readonly accepted: { id: string; to: string; source: string; mood: Mood }[] = [];
  /** mails that were offered whole, kept or not */
  offered = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  async start() {
    this.#server = createServer((socket) => this.#serve(socket));
    await new Promise<void>((resolve) => this.#server!.listen(this.port, "127.0.0.1", resolve));
  }

  /** From now on connections are refused. */
  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
    this.#server = undefined;
  }

  #serve(socket: Socket) {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket)).on("error", () => undefined);
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
    const { mood } = this;
    if (mood === "mute") return void setTimeout(() => socket.destroy(), 50);
    if (mood === "busy") return void socket.end("421 try again later\r\n");
    let waiting = "";
    let data = false;
    let to = "";
    say("220 test");
    socket.on("data", (chunk) => {
      waiting += chunk.toString("latin1");
      for (;;) {
        const end = waiting.indexOf(data ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const text = waiting.slice(0, end);
        waiting = waiting.slice(end + (data ? 5 : 2));
        if (data) {
          data = false;
          this.#take(text, to, mood, socket, say);
        } else if (/^MAIL FROM:/i.test(text)) {
          say(mood === "refusesSender" ? "554 not now" : "250 ok");
        } else if (/^RCPT TO:/i.test(text)) {
          to = /<([^>]*)>/.exec(text)?.[1] ?? "";
          say(mood === "refusesReader" ? "550 nobody here" : "250 ok");
        } else if (/^DATA/i.test(text)) {
          data = true;
          say("354 go on");
        } else if (/^QUIT/i.test(text)) {
          say("221 bye");
          socket.end();
        } else say("250 ok");
      }
    });
  }

  #take(source: string, to: string, mood: Mood, socket: Socket, say: (line: string) => unknown) {
    this.offered++;
    const id = /^Message-ID: <([^>]*)>/im.exec(source)?.[1] ?? "";
    if (mood !== "drops") this.accepted.push({ id, to, source, mood });
    if (mood === "works") say("250 kept");
    else socket.destroy();
  }
}
