import pino from "pino";

/** Logs carry ids and codes, never personal data; what could slip through is redacted. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
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
