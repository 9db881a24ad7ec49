import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectScenario } from '#shared/scenario/read.ts';
import type { ShareGroup } from '#shared/scenario/shares/share-group.ts';
import { shareGroups } from '#shared/scenario/shares/share-group.ts';
import { shareSheet, shareTexts, withShare } from '#shared/scenario/shares/share-sheet.ts';
import { shareWriter } from '../../../renderer/state/share-writer.ts';

const base = 'amazon-anthropic.scenario.yaml';
const variant = '3-gw.scenario.yaml';
const read = (path: string) => readFileSync(`scenarios/${path}`, 'utf8');
const files = { [base]: read(base), 'catalogue/chips.yaml': read('catalogue/chips.yaml') };

function groupsOf(id: string, text: string): readonly ShareGroup[] {
  const { scenario } = inspectScenario({ id, text, files });
  return scenario === null ? [] : shareGroups(scenario);
}

/** The base with a mix by dates, written as people write: comments, odd blanks, a long value. */
const mixed = read(base).replace(
  /( {4}mix:.*\n)(?: {6}.*\n)+/,
  `    mix:   # by date
      schedule:
        2026-04: { trainium2:   70 %, trainium3: 30% }   # from the post
        2028-01:
          trainium2: { value: 20 %, status: assumption }   # guess
          trainium3: 0.5
          trainium4: 30 %
`,
);

function groupAt(id: string, text: string, ending: string): ShareGroup {
  const found = groupsOf(id, text).find(({ path }) => path.endsWith(ending));
  if (!found) throw new Error(`no shares at ${ending}`);
  return found;
}

function written(result: { readonly text: string } | { readonly fault: string }): string {
  if ('fault' in result) throw new Error(result.fault);
  return result.text;
}

describe('shareGroups', () => {
  it('finds the mix of every date and the slices of a promise', () => {
    expect(groupsOf(base, mixed).map(({ path, rows }) => [path, rows.length])).toEqual([
      ['deals.aws.mix.schedule.2026-04', 2],
      ['deals.aws.mix.schedule.2028-01', 3],
      ['deals.aws.commitment.ramp.annual', 4],
    ]);
  });

  it('leaves assumptions and distributions alone', () => {
    const slices = groupAt(base, read(base), 'annual').rows.map(({ fixedBy }) => fixedBy?.kind ?? null);
    expect(slices).toEqual(['assumption', null, null, null]);
    const uncertain = mixed.replace('trainium4: 30 %', 'trainium4: 20 to 40 %');
    const kinds = groupAt(base, uncertain, '2028-01').rows.map(({ fixedBy }) => fixedBy?.kind ?? null);
    expect(kinds).toEqual([null, null, 'uncertain']);
  });
});

describe('shareWriter', () => {
  it('writes the shares of a whole again and again, and not another character', () => {
    const group = groupAt(base, mixed, '2028-01');
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 6 }), fc.nat(2), (drags, at) => {
        const writer = shareWriter(mixed, group);
        const anchor = shareSheet(group);
        for (const percent of drags) {
          const sheet = withShare(anchor, at, percent, []);
          if (sheet === null) throw new Error('all three can move');
          const text = written(writer.write(shareTexts(sheet)));
          const [a, b, c] = shareTexts(sheet);
          expect(text).toBe(
            mixed
              .replace('{ value: 20 %,', `{ value: ${a},`)
              .replace('trainium3: 0.5', `trainium3: ${b}`)
              .replace('trainium4: 30 %', `trainium4: ${c}`),
          );
          const again = shareSheet(groupAt(base, text, '2028-01'), sheet.decimals);
          expect(again.units).toEqual(sheet.units);
        }
      }),
      { seed: 20261121, numRuns: 12 },
    );
  });

  it('touches only what changes: a lock keeps its characters', () => {
    const group = groupAt(base, mixed, '2026-04');
    const sheet = withShare(shareSheet(group), 0, 60, []);
    const text = written(shareWriter(mixed, group).write(sheet ? shareTexts(sheet) : []));
    expect(text).toBe(
      mixed.replace('trainium2:   70 %, trainium3: 30%', 'trainium2:   60 %, trainium3: 40%'),
    );
  });

  it('writes a whole list into a variant that inherits it, its assumption with it', () => {
    const text = read(variant);
    const group = groupAt(variant, text, 'annual');
    const anchor = shareSheet(group);
    const writer = shareWriter(text, group);
    for (const percent of [47, 50]) {
      const sheet = withShare(anchor, 1, percent, []);
      const result = written(writer.write(sheet ? shareTexts(sheet) : []));
      const again = groupAt(variant, result, 'annual');
      expect(again.rows.every(({ value }) => value.place.file === variant)).toBe(true);
      expect(again.rows[0]?.fixedBy).toEqual({ kind: 'assumption', key: 'floor-first-slice' });
      expect(shareSheet(again).units.slice(1)).toEqual(sheet?.units.slice(1));
    }
  });
});
