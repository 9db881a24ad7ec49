import { describe, expect, it } from 'vitest';
import { alignedLine, textPlaces } from '#shared/scenario/compare/text-places.ts';

const base = `title: Base
deals:
  aws:
    capacity:
      ceiling: 5 GW
      phases:
        one: { power: 1 GW }

    mix: chip
assumptions:
  slip: 3 months
`;
const variant = `extends: base.scenario.yaml
assumptions:
  # later
  slip: 12 months
deals: { aws: { capacity: { ceiling: 3 GW } } }
`;

describe('places of a text', () => {
  const [one, two] = [textPlaces(base), textPlaces(variant)];

  it('name what stands on each line', () => {
    expect(one.map(({ line, path }) => [line, path])).toEqual([
      [1, 'title'],
      [2, 'deals'],
      [3, 'deals.aws'],
      [4, 'deals.aws.capacity'],
      [5, 'deals.aws.capacity.ceiling'],
      [6, 'deals.aws.capacity.phases'],
      [7, 'deals.aws.capacity.phases.one'],
      [9, 'deals.aws.mix'],
      [10, 'assumptions'],
      [11, 'assumptions.slip'],
    ]);
  });

  it('lead from one text to the other, to the part around where the other says nothing', () => {
    expect(alignedLine(one, two, 11)).toBe(4);
    expect(alignedLine(one, two, 7)).toBe(5);
    expect(alignedLine(two, one, 4)).toBe(11);
    expect(alignedLine(one, two, 8)).toBe(5);
    expect(alignedLine(one, two, 1)).toBe(1);
  });

  it('bear a text that cannot be read', () => {
    expect(textPlaces('a: [')).toBeInstanceOf(Array);
    expect(alignedLine([], [], 4)).toBe(4);
  });
});
