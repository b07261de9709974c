/** Two sides with capacities, and the pairs that may meet with what each meeting is worth (only pairs above 0 can be chosen). */
export type MeetingTask = {
  leftCapacity: readonly number[];
  rightCapacity: readonly number[];
  pairs: readonly { left: number; right: number; value: number }[];
};
/** `chosen` are positions in `pairs`, ascending. No choice is worth more than `bound`. */
export type MeetingChoice = { chosen: number[]; value: number; bound: number };

/** How far from the best a choice may be when nothing else is asked, as a share of its bound. */
export const usualGap = 0.004;

type Edge = { at: number; to: number; value: number };
type Bid = { edge: number; from: number; price: number };

/**
 * The most valuable meetings within the capacities (b-matching), by an auction: whoever on the left has room bids for the meeting
 * that is worth most to them after its price, and overbids by as much as they prefer it to their next best. With a least step ε
 * the result is within ε for each meeting of the best; prices give the bound that proves it. Steps get smaller until `gap` is met.
 */
export function chooseMeetings(task: MeetingTask, gap = usualGap): MeetingChoice {
  const edges = edgesOf(task);
  const highest = task.pairs.reduce((most, pair) => Math.max(most, pair.value), 0);
  let best: MeetingChoice = { chosen: [], value: 0, bound: 0 };
  for (let step = highest / 50; highest > 0 && step > highest * 1e-9; step /= 6) {
    const choice = auction(task, edges, step);
    const bound = best.bound > 0 ? Math.min(best.bound, choice.bound) : choice.bound;
    best = choice.value > best.value ? { ...choice, bound } : { ...best, bound };
    if (best.bound - best.value <= gap * best.bound) break;
  }
  return best;
}

/** Pairs of each on the left, the most valuable first. */
function edgesOf({ leftCapacity, rightCapacity, pairs }: MeetingTask): Edge[][] {
  const edges: Edge[][] = leftCapacity.map(() => []);
  pairs.forEach(({ left, right, value }, at) => {
    if (value > 0 && (rightCapacity[right] ?? 0) > 0) edges[left]?.push({ at, to: right, value });
  });
  for (const list of edges) list.sort((a, b) => b.value - a.value || a.at - b.at);
  return edges;
}

function auction(task: MeetingTask, edges: Edge[][], step: number): MeetingChoice {
  const { leftCapacity, rightCapacity, pairs } = task;
  const held = new Uint8Array(pairs.length);
  const bids: Bid[][] = rightCapacity.map(() => []);
  const prices = new Float64Array(rightCapacity.length);
  const room = leftCapacity.map((capacity, i) => Math.min(capacity, edges[i]?.length ?? 0));
  const queue = room.flatMap((count, i) => (count > 0 ? [i] : []));
  const waiting = new Uint8Array(leftCapacity.length).fill(1);
  for (let next = 0; next < queue.length; next++) {
    const left = queue[next] as number;
    waiting[left] = 0;
    while ((room[left] as number) > 0) {
      const offer = bestOffer(edges[left] as Edge[], held, prices, step);
      if (!offer) break;
      const loser = place(offer, left, bids, prices, held, rightCapacity);
      room[left] = (room[left] as number) - 1;
      if (loser < 0) continue;
      room[loser] = (room[loser] as number) + 1;
      if (loser !== left && !waiting[loser]) {
        waiting[loser] = 1;
        queue.push(loser);
      }
    }
  }
  const chosen = [...held.keys()].filter((at) => held[at] === 1);
  const value = chosen.reduce((sum, at) => sum + (pairs[at]?.value ?? 0), 0);
  return { chosen, value, bound: boundOf(task, edges, prices) };
}

/** The edge worth most after its price, with the price at which it is worth no more than the next best and a step. */
function bestOffer(
  edges: readonly Edge[],
  held: Uint8Array,
  prices: Float64Array,
  step: number,
): { edge: Edge; price: number } | null {
  let best: Edge | null = null;
  let most = 0;
  let second = 0;
  for (const edge of edges) {
    // edges are sorted by value: what follows cannot be worth more than the second best
    if (edge.value <= second) break;
    if (held[edge.at]) continue;
    const worth = edge.value - (prices[edge.to] as number);
    if (worth > most) {
      second = most;
      most = worth;
      best = edge;
    } else if (worth > second) second = worth;
  }
  return best ? { edge: best, price: best.value - second + step } : null;
}

/** Takes the bid in; returns who loses their place to it, or -1. The price is that of the lowest bid once all places are taken. */
function place(
  { edge, price }: { edge: Edge; price: number },
  from: number,
  bids: Bid[][],
  prices: Float64Array,
  held: Uint8Array,
  capacities: readonly number[],
): number {
  const list = bids[edge.to] as Bid[];
  const capacity = capacities[edge.to] as number;
  let loser = -1;
  if (list.length >= capacity) {
    const lowest = list.pop() as Bid;
    held[lowest.edge] = 0;
    loser = lowest.from;
  }
  let at = list.length;
  while (at > 0 && (list[at - 1] as Bid).price < price) at--;
  list.splice(at, 0, { edge: edge.at, from, price });
  held[edge.at] = 1;
  if (list.length >= capacity) prices[edge.to] = (list.at(-1) as Bid).price;
  return loser;
}

/** Value of the dual: the prices of all places, and for each on the left the best that their capacity can win at these prices. */
function boundOf(
  { leftCapacity, rightCapacity }: MeetingTask,
  edges: Edge[][],
  prices: Float64Array,
): number {
  let bound = 0;
  rightCapacity.forEach((capacity, right) => {
    bound += Math.max(0, capacity) * (prices[right] as number);
  });
  edges.forEach((list, left) => {
    const worths = list.map((edge) => edge.value - (prices[edge.to] as number)).filter((worth) => worth > 0);
    worths.sort((a, b) => b - a);
    for (const worth of worths.slice(0, Math.max(0, leftCapacity[left] as number))) bound += worth;
  });
  return bound;
}
