import { onTestFinished } from 'vitest';
import type { Outcome } from '#shared/base/outcome.ts';
import type { AnalysisWork } from '../../../../electron/engine/analysis/analysis-work.ts';
import { createInlineRunner } from '../../../../electron/engine/inline.ts';
import { createKeptDraws } from '../../../../electron/engine/kept-draws.ts';
import type { KeyedSource } from '../../../../electron/engine/keyed-source.ts';
import type { ModelJobs } from '../../../../electron/engine/model-jobs.ts';
import { createModelPerformers } from '../../../../electron/engine/model-performers.ts';
import { createPool } from '../../../../electron/engine/pool.ts';
import type { Runner } from '../../../../electron/engine/runner.ts';
import { createStop } from '../../../../electron/engine/stop.ts';
import { drawsFor } from '../../../../electron/service/draws-for.ts';
import { bundle } from '../../../support/bundle.ts';

/**
 * A deal with five uncertain inputs whose effects are known by heart: billed spend of a year is power times hours times
 * price, online power follows the phase, and the margin touches nothing of the customer's.
 */
export const uncertainText = `offtake: 1
title: Uncertain deal
customer: Anthropic
currency: USD
start: 2026-01
horizon: 24 months
seed: 7
simulation: { draws: 2048, settle-at: 0 % }
generations:
  chip:
    available: 2025-01
    peak: { bf16: 1 PFLOP/s }
    it-power: "uniform(900, 1100) W"
    price: { list: "uniform($1.50/chip-hour, $2.50/chip-hour)" }
deals:
  cloud:
    provider: Cloud
    commitment: { amount: $12B, begins: 2026-01, term: 24 months, take-or-pay: 80 % }
    capacity:
      ceiling: 2 GW
      phases:
        first: { power: "uniform(500, 1500) MW", energise: 2025-12 }
        second: { power: 400 MW, energise: 2027-01, slip: 0 to 6 months }
    mix: chip
    economics: { margin: "uniform(20 %, 50 %)" }
finances: { opening-cash: $20B, revenue: { from: $10B/year, growth: 30 %/year } }
checks:
  - power stays under a gigawatt: capacity.online <= 1 GW
actuals:
  capacity.online: { 2026-06: "normal(900, 100) MW" }
  spend.billed.cumulative: { 2026-06: $9B }
`;

/** A runner in this thread. */
export function inline(): Runner<ModelJobs> {
  return createInlineRunner(createModelPerformers(), failOnDefect);
}

/** A runner over real threads, ended with the test. */
export async function pool(threads: number): Promise<Runner<ModelJobs>> {
  const worker = await bundle('electron/engine/worker.ts');
  const runner = createPool<ModelJobs>({ worker, threads, reportDefect: failOnDefect });
  onTestFinished(() => runner.close());
  return runner;
}

/** What an analysis works with, over a session of its own. */
export function workOver(
  runner: Runner<ModelJobs>,
  text = uncertainText,
  more: Partial<AnalysisWork> = {},
): AnalysisWork {
  const scenario: KeyedSource = { hash: text, source: { id: 'uncertain.scenario.yaml', text, files: {} } };
  const draws = createKeptDraws(runner.memory);
  const stop = more.stop ?? createStop();
  return {
    runner,
    scenario,
    stop,
    onProgress: () => undefined,
    drawsOf: (measures) => drawsFor({ runner, draws }, scenario, measures, stop, () => undefined),
    ...more,
  };
}

/** The value of a success; the error is thrown. */
export function answerOf<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function failOnDefect(what: string, stack: string): never {
  throw new Error(`${what}: ${stack}`);
}
