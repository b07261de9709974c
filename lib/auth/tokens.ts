import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a mailed link. */
export const newToken = () => randomBytes(32).toString("base64url");

/** What the database stores of a token. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
