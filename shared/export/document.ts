import type { Projection } from '#shared/engine/projection.ts';
import type { CheckSummary } from '#shared/engine/summary/check-summary.ts';
import type { Observation } from '#shared/scenario/observations.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { Value } from '#shared/scenario/value.ts';
import type { Fan } from '#shared/view/bands.ts';
import type { Document } from '#shared/view/source-book.ts';
import type { Answers, ComparisonAnswer, ScenarioAnswer, Unanswered } from './questions/answer.ts';

/** What a table of numbers is made from: runs, and the version of the program that made them. */
export interface RunDocument {
  readonly version: string;
  readonly scenarios: readonly RunResult[];
}

/** What any export is made from: runs with what a reader needs to judge them. */
export interface ExportDocument extends RunDocument {
  readonly scenarios: readonly ExportedScenario[];
  /** What was asked about all of them together, by question. */
  readonly answers: Answers<ComparisonAnswer>;
  /** What was asked and has no answer. */
  readonly unanswered: readonly Unanswered[];
}

/** The numbers of one scenario on their way out. */
export interface RunResult {
  /** Name of its file, without a folder. */
  readonly file: string;
  readonly title: string;
  readonly customer: string;
  /** Hash of the text and of the files it builds on. */
  readonly hash: string;
  readonly seed: number;
  readonly projection: Projection;
  /** Percentiles of the measures that were drawn, or null where only the central path was computed. */
  readonly fan: Fan | null;
  readonly problems: readonly Problem[];
}

/** A run with what it rests on. */
export interface ExportedScenario extends RunResult {
  /** Every quantity, written or default, in the order of the file. */
  readonly inputs: readonly Value[];
  readonly sources: readonly Document[];
  readonly observations: readonly Observation[];
  /** How its checks fare over the draws; empty where none were made. */
  readonly checksOnDraws: readonly (CheckSummary & { readonly key: string })[];
  /** What was asked about it, by question. */
  readonly answers: Answers<ScenarioAnswer>;
}

/** What every export says of its figures. */
export const conditional = 'Conditional on these assumptions; not a forecast.';

/** The part of a hash that is enough to tell files apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
