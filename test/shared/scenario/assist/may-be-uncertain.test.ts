import { describe, expect, it } from 'vitest';
import { mayBeUncertain } from '#shared/scenario/assist/may-be-uncertain.ts';

describe('mayBeUncertain', () => {
  it.each([
    ['horizon', false],
    ['simulation.settle-at', false],
    ['correlations.1.3', false],
    ['deals.aws.capacity.ceiling', true],
    ['deals.aws.mix.schedule.2026-04.trainium2', true],
    ['deals.aws.commitment.ramp.annual.2', true],
    ['assumptions.slip', true],
    ['generations.gpt-5.5.price.list', true],
  ])('of %s is %s', (path, expected) => {
    expect(mayBeUncertain(path)).toBe(expected);
  });
});
