import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { firstDifference, seriesDifferences } from './agreement.ts';
import { at } from './at.ts';
import { type EngineAnswer, projectDraw, runKernel } from './engine.ts';
import { generatePlan } from './generate-plan.ts';
import { customSeries, type Oracle, oracle } from './oracle.ts';

const PLANS = 500;
const PLANS_PER_TEST = 50;
const LANES = 3;

/**
 * Every measure and check on which oracle and engine differ, in words. The scenario's own measures are worked out from
 * the engine's series: a formula may magnify rounding as it likes, and what it is made of is compared by itself.
 */
function differences(plan: Plan, draw: readonly number[], truth: Oracle, answer: EngineAnswer): string[] {
  const world = { plan, values: draw, twist: null };
  const expected = new Map([...truth.measures, ...customSeries(world, answer.measures)]);
  const found = seriesDifferences(answer.catalogue, expected, answer.measures);
  plan.checks.forEach(({ key }, i) => {
    const holdsUntil = at(truth.checks, i).firstBrokenMonth;
    const engine = at(answer.brokenChecks, i);
    if (holdsUntil !== engine) found.push(`check ${key}: oracle ${holdsUntil}, engine ${engine}`);
  });
  return found;
}

/** Monthly flows by from, to, kind, deal and whether they are cash. */
type Flows = Map<string, number[]>;

function oracleFlows(plan: Plan, { months }: Oracle): Flows {
  const flows: Flows = new Map();
  for (const { month, ledger } of months) {
    for (const { from, to, kind, deal, isCash, amount } of ledger) {
      const key = [from, to, kind, deal, isCash].join(' ');
      const series = flows.get(key) ?? Array.from({ length: plan.months }, () => 0);
      series[month] = at(series, month) + amount;
      flows.set(key, series);
    }
  }
  return flows;
}

function ledgerDifferences(plan: Plan, draw: readonly number[], truth: Oracle): string[] {
  const expected = oracleFlows(plan, truth);
  const largest = Math.max(0, ...[...expected.values()].flat().map(Math.abs));
  const found: string[] = [];
  for (const { from, to, kind, deal, isCash, values } of projectDraw(plan, draw).ledger) {
    const key = [from, to, kind, deal, isCash].join(' ');
    const month = firstDifference(expected.get(key) ?? [...values].map(() => 0), [...values], largest);
    if (month !== null) found.push(`${key}, month ${month}: oracle ${expected.get(key)?.[month]}`);
    expected.delete(key);
  }
  for (const [key, series] of expected) {
    if (series.some((amount) => amount !== 0)) found.push(`${key}: the engine does not have it`);
  }
  return found;
}

describe('the engine agrees with the oracle', () => {
  const starts = Array.from({ length: PLANS / PLANS_PER_TEST }, (_, i) => 1 + i * PLANS_PER_TEST);

  it.each(starts)('on every measure, check and flow of 50 made-up plans from seed %i', (start) => {
    for (let seed = start; seed < start + PLANS_PER_TEST; seed++) {
      const { plan, lanes } = generatePlan(seed, LANES);
      const truths = lanes.map((lane) => oracle(plan, lane));
      const sideBySide = runKernel(plan, lanes);
      truths.forEach((truth, lane) => {
        expect(
          differences(plan, at(lanes, lane), truth, at(sideBySide, lane)),
          `seed ${seed}, lane ${lane}`,
        ).toEqual([]);
      });
      const first = at(lanes, 0);
      const alone = at(runKernel(plan, [first]), 0);
      expect(differences(plan, first, at(truths, 0), alone), `seed ${seed}, alone`).toEqual([]);
      expect(ledgerDifferences(plan, first, at(truths, 0)), `seed ${seed}, ledger`).toEqual([]);
    }
  });
});
