import { isStaff, type Viewer } from "#lib/auth/viewer.ts";

/** Staff of both offices keep the dictionary; every change says whose it was. */
export const mayKeepDictionary = (viewer: Viewer): boolean => isStaff(viewer);
