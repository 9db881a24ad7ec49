import { firstBrokenOf, type SampleStore } from '../sample-store.ts';
import { shareOf } from './share.ts';

/** How one check fares over the draws. */
export interface CheckSummary {
  /** Share of draws in which it fails in some month, and the sampling error of the share. */
  readonly brokenShare: number;
  readonly standardError: number;
  /** Share of draws in which it first fails in each month. */
  readonly firstBrokenByMonth: Float64Array;
  /** The first month in which it fails in any draw, or null where it never does. */
  readonly firstBrokenMonth: number | null;
}

/** Summarises one check over the first `done` draws of a store. */
export function summariseCheck(store: SampleStore, check: number, done: number): CheckSummary {
  const broken = firstBrokenOf(store, check).subarray(0, done);
  const firstBrokenByMonth = new Float64Array(store.months);
  for (const month of broken) if (month >= 0) firstBrokenByMonth[month] += 1 / done;
  const earliest = firstBrokenByMonth.findIndex((share) => share > 0);
  const { share, standardError } = shareOf(broken.length, store.firstDraw, (at) => broken[at] >= 0);
  return {
    brokenShare: share,
    standardError,
    firstBrokenByMonth,
    firstBrokenMonth: earliest === -1 ? null : earliest,
  };
}
