import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** One line of the table of trust: what was tried, how often, and what was lost. */
export interface Tried {
  readonly what: string;
  readonly times: number;
  /** Pieces of work that were acknowledged and are not there any more, or harm that was done. */
  readonly lost: number;
  readonly note?: string;
}

/** Whether everything is to be tried as often as promised, rather than as often as a daily run allows. */
export const isFull = process.env['OFFTAKE_TRUST'] === 'full';

/** Chooses how often something is tried: in the daily run, or in full. */
export function times(daily: number, full: number): number {
  return isFull ? full : daily;
}

/** Notes a line for the table, and fails where anything was lost or nothing was tried. */
export function tried(line: Tried): void {
  const report = process.env['OFFTAKE_TRUST_REPORT'];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(line)}\n`);
  expect(line.times, `${line.what}: tried`).toBeGreaterThan(0);
  expect(line.lost, `${line.what}: lost`).toBe(0);
}
