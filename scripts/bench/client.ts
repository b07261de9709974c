// A process of its own that asks for one page on keep-alive connections: node scripts/bench/client.ts '{"url", "cookie", "connections", "seconds"}'
import { Agent, get } from "node:http";

export type Load = { url: string; cookie: string; connections: number; seconds: number };
export type Times = { times: number[]; seconds: number; failures: number };

const load = JSON.parse(process.argv[2]!) as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
const headers = { cookie: load.cookie, "accept-encoding": "identity", accept: "text/html,application/json" };

/** Milliseconds to the last byte. @throws when it is not a 200 */
function ask(): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get(load.url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () =>
        answer.statusCode === 200
          ? resolve(performance.now() - begun)
          : reject(new Error(String(answer.statusCode))),
      );
      answer.once("error", reject);
    }).once("error", reject);
  });
}

const result: Times = { times: [], seconds: 0, failures: 0 };
const begun = performance.now();
const until = begun + load.seconds * 1000;
await Promise.all(
  Array.from({ length: load.connections }, async () => {
    while (performance.now() < until)
      await ask().then(
        (time) => result.times.push(time),
        () => result.failures++,
      );
  }),
);
result.seconds = (performance.now() - begun) / 1000;
agent.destroy();
process.stdout.write(JSON.stringify(result));
