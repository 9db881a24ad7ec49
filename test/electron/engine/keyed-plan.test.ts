import { describe, expect, it } from 'vitest';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { createPlans, packPlan } from '../../../electron/engine/keyed-plan.ts';
import { uncertainText } from './analysis/bench.ts';

function planOf(text: string) {
  const reading = readScenario({ id: 'deal.scenario.yaml', text, files: {} });
  if (!reading.ok) throw new Error('the text is a scenario');
  return compileScenario(reading.value.scenario).plan;
}

describe('a packed plan', () => {
  it('is unpacked as it was, once for each text, without a copy of it on the way', () => {
    const plan = planOf(uncertainText);
    const other = planOf(uncertainText.replace('ceiling: 2 GW', 'ceiling: 3 GW'));
    const keyed = packPlan({ hash: 'one', shape: 'same', plan });
    const plans = createPlans();
    const arrived = structuredClone(keyed);
    expect(plans(arrived)).toStrictEqual(plan);
    expect(plans(keyed)).toBe(plans(arrived));
    expect(plans(packPlan({ hash: 'two', shape: 'same', plan: other }))).toStrictEqual(other);
    new Uint8Array(keyed.packed).fill(0);
    expect(new Uint8Array(arrived.packed).every((byte) => byte === 0)).toBe(true);
  });
});
