/** Raised when the same input may give another score or another explanation. */
export const ENGINE_VERSION = "1.2.0";
