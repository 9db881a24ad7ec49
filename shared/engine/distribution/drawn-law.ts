import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { normalCdf, normalUpperTail } from '../numeric/normal-cdf.ts';
import { probitOfTails } from '../numeric/probit.ts';
import { stretch } from './base-law.ts';
import type { BetaLaw, Law } from './law.ts';
import { discreteQuantile, lawQuantile } from './law-quantile.ts';
import { buildScoreTable, lookUp, type ScoreTable } from './score-table.ts';
import type { Window } from './window.ts';

/** A law with what makes drawing from it fast. */
export interface DrawnLaw {
  readonly law: Law;
  /** Log-odds of a beta law by normal score, built when first drawn from; null for the other kinds. */
  readonly table: (() => ScoreTable) | null;
}

/** Prepares a law for many draws. Beta laws with equal shapes share a table through `tables`, keyed by shape. */
export function drawnLaw(law: Law, tables: Map<string, ScoreTable>): DrawnLaw {
  if (law.kind !== 'beta') return { law, table: null };
  const key = `${law.alpha} ${law.beta}`;
  return {
    law,
    table: () => {
      const table = tables.get(key) ?? buildScoreTable((score) => solveLogOdds(law, score));
      tables.set(key, table);
      return table;
    },
  };
}

/** Turns uniforms in (0, 1) into draws of a law, in place: `count` values from `offset` on. */
export function drawFromUniforms(drawn: DrawnLaw, values: Float64Array, offset: number, count: number): void {
  const { law } = drawn;
  const end = offset + count;
  switch (law.kind) {
    case 'constant':
      values.fill(law.value, offset, end);
      return;
    case 'uniform':
      for (let at = offset; at < end; at++) values[at] = law.low + values[at] * (law.high - law.low);
      return;
    case 'discrete':
      for (let at = offset; at < end; at++) values[at] = discreteQuantile(law, values[at]);
      return;
    case 'triangular':
      for (let at = offset; at < end; at++) values[at] = lawQuantile(law, values[at], 1 - values[at]);
      return;
    default: {
      const { window } = law;
      for (let at = offset; at < end; at++) {
        const uniform = values[at];
        values[at] =
          window === null ? probitOfTails(uniform, 1 - uniform) : scoreInside(window, uniform, 1 - uniform);
      }
      fromScores(drawn, values, offset, end);
    }
  }
}

/** Turns standard normal scores into draws of a law, in place: `count` values from `offset` on. */
export function drawFromScores(drawn: DrawnLaw, values: Float64Array, offset: number, count: number): void {
  const { law } = drawn;
  const end = offset + count;
  switch (law.kind) {
    case 'constant':
    case 'uniform':
    case 'discrete':
    case 'triangular':
      for (let at = offset; at < end; at++) {
        values[at] = lawQuantile(law, normalCdf(values[at]), normalUpperTail(values[at]));
      }
      return;
    default: {
      const { window } = law;
      if (window !== null) {
        for (let at = offset; at < end; at++) {
          values[at] = scoreInside(window, normalCdf(values[at]), normalUpperTail(values[at]));
        }
      }
      fromScores(drawn, values, offset, end);
    }
  }
}

function scoreInside(window: Window, lower: number, upper: number): number {
  return probitOfTails(window.below + lower * window.inside, window.above + upper * window.inside);
}

function fromScores({ law, table }: DrawnLaw, values: Float64Array, offset: number, end: number): void {
  if (law.kind === 'normal') {
    for (let at = offset; at < end; at++) values[at] = law.mean + law.sd * values[at];
  } else if (law.kind === 'lognormal') {
    for (let at = offset; at < end; at++) values[at] = Math.exp(law.mu + law.sigma * values[at]);
  } else if (law.kind === 'beta') {
    const known = table?.() ?? null;
    for (let at = offset; at < end; at++) {
      const found = known === null ? Number.NaN : lookUp(known, values[at]);
      values[at] = stretch(law, Number.isNaN(found) ? solveLogOdds(law, values[at]) : found);
    }
  } else return;
  if (law.window === null) return;
  const { atLeast, atMost } = law.window;
  for (let at = offset; at < end; at++) values[at] = Math.min(atMost, Math.max(atLeast, values[at]));
}

function solveLogOdds(law: BetaLaw, score: number): number {
  return betaLogOdds(law.alpha, law.beta, normalCdf(score), normalUpperTail(score));
}
