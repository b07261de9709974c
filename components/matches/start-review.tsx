"use client";

import { useEffect } from "react";
import { IDLE } from "#lib/action-state.ts";
import { startReviewAction } from "#lib/matches/actions.ts";

/** Notes that this person has taken the match up: once it is really looked at, not when it is loaded ahead. */
export function StartReview({ matchId }: { matchId: string }) {
  useEffect(() => {
    const form = new FormData();
    form.set("matchId", matchId);
    startReviewAction(IDLE, form).catch(() => {
      // not noted; the decision itself notes who decided
    });
  }, [matchId]);
  return null;
}
