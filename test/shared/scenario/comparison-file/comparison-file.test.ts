import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bridgeGroupings,
  bridgeStatistics,
  type ComparisonFile,
  comparisonLayouts,
} from '#shared/scenario/comparison-file/comparison-file.ts';
import { readComparisonFile } from '#shared/scenario/comparison-file/read-comparison-file.ts';
import { writeComparisonFile } from '#shared/scenario/comparison-file/write-comparison-file.ts';

fc.configureGlobal({ seed: 20261120 });

const id = 'mine.comparison.yaml';
const word = fc.stringMatching(/^[A-Za-z][\w .:#'"{}[\],-]{0,20}[\w]$/);
const comparisons: fc.Arbitrary<ComparisonFile> = fc
  .record({
    title: word,
    scenarios: fc.uniqueArray(
      word.map((name) => `${name}.scenario.yaml`),
      { minLength: 2, maxLength: 6 },
    ),
    place: fc.nat(5),
    layout: fc.constantFrom(...comparisonLayouts),
    at: fc.option(fc.constantFrom('2030-12', '2026-04')),
    bridge: fc.record({
      measure: word,
      of: fc.constantFrom(...bridgeStatistics),
      by: fc.constantFrom(...bridgeGroupings),
    }),
    pinned: fc.array(word, { maxLength: 3 }),
  })
  .map(({ place, ...rest }) => ({ ...rest, base: rest.scenarios[place % rest.scenarios.length] ?? '' }));

const small = `offtake-comparison: 1
title: Mine
scenarios: [ a.scenario.yaml, b.scenario.yaml ]
`;

describe('the file of a comparison', () => {
  it('reads back as what was written', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        expect(readComparisonFile(id, writeComparisonFile(comparison))).toEqual({
          ok: true,
          value: comparison,
        });
      }),
    );
  });

  it('needs only its scenarios; the rest is as usual', () => {
    expect(readComparisonFile(id, small)).toEqual({
      ok: true,
      value: {
        title: 'Mine',
        scenarios: ['a.scenario.yaml', 'b.scenario.yaml'],
        base: 'a.scenario.yaml',
        layout: 'overlay',
        at: null,
        bridge: { measure: 'spend.billed.cumulative', of: 'mean', by: 'input' },
        pinned: [],
      },
    });
  });

  it.each([
    [small.replace('comparison: 1', 'comparison: 2'), /later version/],
    [small.replace('offtake-comparison: 1\n', ''), /offtake-comparison is missing/],
    [small.replace(', b.scenario.yaml', ''), /scenarios names 1 files/],
    [small.replace('b.scenario', 'a.scenario'), /one of them twice/],
    [`${small}base: c.scenario.yaml\n`, /base is "c.scenario.yaml", but one of a.scenario.yaml/],
    [`${small}layot: overlay\n`, /Did you mean "layout"/],
    [`${small}layout: sideways\n`, /overlay, multiples, editors/],
    [`${small}at: soon\n`, /a month such as 2030-12/],
    [`${small}bridge: spend\n`, /bridge is a scalar/],
    [`${small}bridge: { of: mode }\n`, /bridge.of is "mode"/],
    [`${small}pinned: capacity\n`, /a list of names/],
    ['', /holds no scenario/],
  ])('says in plain words what is wrong: %#', (text, message) => {
    const read = readComparisonFile(id, text);
    if (read.ok) throw new Error('it should not read');
    expect(read.error.map((problem) => problem.message).join('\n')).toMatch(message);
  });
});
