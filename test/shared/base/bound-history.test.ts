import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundHistory, goesOn } from '#shared/base/bound-history.ts';
import { doStep, type EditStep, takeBack } from '#shared/base/edit-history.ts';
import { arbitraryHistory, textsOf } from '../../support/arbitrary-history.ts';

const wide = { steps: 1_000, characters: 100_000 };

function typed(text: string): EditStep[] {
  const steps: EditStep[] = [];
  for (const [from, inserted] of [...text].entries()) {
    const step = { from, removed: '', inserted, continues: false, when: from };
    const before = steps.at(-1);
    steps.push({ ...step, continues: before !== undefined && goesOn(before, step) });
  }
  return steps;
}

describe('boundHistory', () => {
  it('joins only steps that are taken back together, and comes to the same texts', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const bound = boundHistory(history, wide);
        const all = textsOf(history);
        const left = textsOf(bound);
        expect(bound.text).toBe(history.text);
        expect(left[0]).toBe(all[0]);
        expect(left.at(-1)).toBe(all.at(-1));
        const stops = ({ past, future }: typeof history) => [
          past.filter(({ continues }, at) => at > 0 && !continues).length,
          future.filter(({ continues }, at) => at > 0 && !continues).length,
        ];
        expect(stops(bound)).toEqual(stops(history));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('keeps what is nearest to the text, within both limits', () => {
    const limits = fc.record({ steps: fc.nat({ max: 8 }), characters: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(arbitraryHistory, limits, (history, limit) => {
        const { text, past, future } = boundHistory(history, limit);
        const steps = [...past, ...future];
        expect(steps.length).toBeLessThanOrEqual(limit.steps);
        const characters = steps.reduce((sum, one) => sum + one.removed.length + one.inserted.length, 0);
        expect(characters).toBeLessThanOrEqual(limit.characters);
        const start = past.reduceRight(takeBack, text);
        expect(textsOf(boundHistory(history, wide))).toContain(start);
        expect(past.reduce(doStep, start)).toBe(text);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('goesOn', () => {
  it('takes typing back word by word', () => {
    const bound = boundHistory({ text: 'up to 5 GW', past: typed('up to 5 GW'), future: [] }, wide);
    expect(bound.past.map(({ inserted }) => inserted)).toEqual(['up ', 'to ', '5 ', 'GW']);
  });

  it('takes deleting back as a whole, but not across lines or at another place', () => {
    const step = (from: number, removed: string): EditStep => ({
      from,
      removed,
      inserted: '',
      continues: false,
      when: 0,
    });
    expect(goesOn(step(5, 'x'), step(4, 'y'))).toBe(true);
    expect(goesOn(step(5, 'x'), step(5, 'y'))).toBe(true);
    expect(goesOn(step(5, 'x'), step(4, '\n'))).toBe(false);
    expect(goesOn(step(5, 'x'), step(9, 'y'))).toBe(false);
    expect(goesOn({ ...step(5, ''), inserted: 'x' }, step(4, 'y'))).toBe(false);
  });
});
