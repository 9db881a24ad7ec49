import type { Plan } from '#shared/engine/plan/plan.ts';
import { firstDifference, seriesDifferences } from './agreement.ts';
import { at } from './at.ts';
import { type EngineAnswer, projectDraw, runKernel } from './engine.ts';
import { customSeries, type Oracle, oracle } from './oracle.ts';

/**
 * Every measure, check and flow on which oracle and engine differ: with all draws side by side in the engine's lanes,
 * and with the first draw alone.
 */
export function disagreements(plan: Plan, draws: readonly (readonly number[])[]): string[] {
  const truths = draws.map((draw) => oracle(plan, draw));
  const sideBySide = runKernel(plan, draws);
  const inLanes = draws.flatMap((draw, lane) =>
    differences(plan, draw, at(truths, lane), at(sideBySide, lane)).map((found) => `lane ${lane}: ${found}`),
  );
  const first = at(draws, 0);
  const alone = differences(plan, first, at(truths, 0), at(runKernel(plan, [first]), 0));
  return [
    ...inLanes,
    ...alone.map((found) => `alone: ${found}`),
    ...ledgerDifferences(plan, first, at(truths, 0)).map((found) => `ledger: ${found}`),
  ];
}

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
