import pino from "pino";
import { logLevel } from "./env.ts";

/** Logs carry ids and codes, never personal data; what could slip through is redacted. */
export const log = pino({
  level: logLevel(),
  redact: {
    paths: [
      "email",
      "phone",
      "*.email",
      "*.phone",
      "recipient",
      "*.recipient",
      "token",
      "*.token",
      "password",
      "*.password",
    ],
    censor: "[redacted]",
  },
});
