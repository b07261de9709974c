import { describe, expect, it } from "vitest";
import { listHref } from "./query.ts";

describe("listHref", () => {
  it("keeps the other filters and starts at the first page", () => {
    expect(listHref("/needs", { q: "風電", chain: "clean-energy", after: "abc" }, { type: "job" })).toBe(
      "/needs?q=%E9%A2%A8%E9%9B%BB&chain=clean-energy&type=job",
    );
  });
  it("drops a filter that is emptied", () => {
    expect(listHref("/needs", { chain: "clean-energy" }, { chain: undefined })).toBe("/needs");
  });
  it("moves on without losing filters", () => {
    expect(listHref("/needs", { chain: "x", after: "a" }, { after: "b" })).toBe("/needs?chain=x&after=b");
  });
});
