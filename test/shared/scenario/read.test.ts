import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';

const complete = readFileSync(
  new URL('../../fixtures/scenarios/complete.scenario.yaml', import.meta.url),
  'utf8',
);

describe('reading a scenario that uses every field', () => {
  const reading = readScenario({ id: 'complete.scenario.yaml', text: complete, files: {} });

  it('finds nothing wrong with it', () => {
    expect(reading.ok ? reading.value.problems : reading.error).toEqual([]);
  });

  it('gives every slot of the plan a description and a key of its own', () => {
    if (!reading.ok) throw new Error('not read');
    const { plan, inputs } = compileScenario(reading.value.scenario);
    expect(inputs).toHaveLength(plan.inputs.length);
    expect(inputs.map(({ key }) => key)).toEqual(plan.inputs.map(({ key }) => key));
    expect(new Set(inputs.map(({ key }) => key)).size).toBe(inputs.length);
  });
});
