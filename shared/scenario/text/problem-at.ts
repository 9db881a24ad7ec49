import type { Problem } from '../problem.ts';
import type { LineIndex } from './line-index.ts';
import { lineAndColumn } from './line-index.ts';

/** A problem before its line and column are known. */
export type PlainProblem = Omit<Problem, 'line' | 'column'>;

/** Adds line and column to a problem whose offsets are known. */
export function problemAt(index: LineIndex, problem: PlainProblem): Problem {
  return { ...problem, ...lineAndColumn(index, problem.from) };
}
