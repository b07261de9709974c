/** Moves of a case of which the reason is asked. Apart, so that the browser gets it without the schemas. */
export const REASONED: readonly string[] = ["reopenTalks", "takeBack"];
