import { describe, expect, it } from 'vitest';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { shippedFiles } from '../support/shipped.ts';
import { disagreements } from './disagreements.ts';
import { someDraws } from './draws.ts';
import { generatePlan } from './generate-plan.ts';

const PLANS = 500;
const PLANS_PER_TEST = 50;
const LANES = 3;
const DRAWS_OF_SCENARIO = 4;

/** The oracle is slow on purpose; a loaded machine may take its time over it. */
const PATIENCE_MS = 300_000;

describe('the engine agrees with the oracle', { timeout: PATIENCE_MS }, () => {
  const starts = Array.from({ length: PLANS / PLANS_PER_TEST }, (_, i) => 1 + i * PLANS_PER_TEST);

  it.each(starts)('on every measure, check and flow of 50 made-up plans from seed %i', (start) => {
    for (let seed = start; seed < start + PLANS_PER_TEST; seed++) {
      const { plan, lanes } = generatePlan(seed, LANES);
      expect(disagreements(plan, lanes), `seed ${seed}`).toEqual([]);
    }
  });

  const scenarios = Object.keys(shippedFiles).filter((id) => id.endsWith('.scenario.yaml'));

  it.each(scenarios)('on the medians and some draws of %s', (id) => {
    const reading = readScenario({ id, text: shippedFiles[id] ?? '', files: shippedFiles });
    if (!reading.ok) throw new Error(`${id} cannot be read`);
    const { plan } = compileScenario(reading.value.scenario);
    expect(disagreements(plan, someDraws(plan, DRAWS_OF_SCENARIO))).toEqual([]);
  });
});
