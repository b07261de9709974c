import fc from "fast-check";

/**
 * Generated inputs come from one seed, so that a commit says the same on every machine. `FC_SEED=random npm test` hunts with
 * others, and `FC_SEED=123` plays one again: a failure prints its seed.
 */
const asked = process.env.FC_SEED ?? "20261123";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
