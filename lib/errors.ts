/**
 * Errors that a person may see. `key` is a message below `errors`; anything else that is thrown is logged and shown as "something went wrong".
 */
export class DomainError extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;
  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.name = new.target.name;
    this.key = key;
    this.params = params;
  }
}

/** The record is not there, or not this viewer's: both look the same. */
export class NotFoundError extends DomainError {
  constructor() {
    super("notFound");
  }
}

/** Somebody else changed or decided it first. */
export class ConflictError extends DomainError {
  constructor(key = "conflict") {
    super(key);
  }
}

/** Input that is well formed but not allowed: `issues` name fields, as a schema's issues do. */
export class InvalidError extends DomainError {
  readonly issues: { path: string; key: string; params?: Record<string, string | number> }[];
  constructor(issues: InvalidError["issues"]) {
    super("invalid");
    this.issues = issues;
  }
}
