import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definition } from '#shared/scenario/assist/definition.ts';
import { hover } from '#shared/scenario/assist/hover.ts';
import { lenses } from '#shared/scenario/assist/lenses.ts';
import { outline } from '#shared/scenario/assist/outline.ts';
import { quickFixes } from '#shared/scenario/assist/quick-fixes.ts';
import { applyEdits } from '#shared/scenario/edit/text-edit.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import { completeText, shippedFiles } from '../../../support/shipped.ts';

const complete = { id: 'complete.scenario.yaml', text: completeText, files: {} };
const variantText = [
  'offtake: 1',
  'title: variant',
  'extends: complete.scenario.yaml',
  'deals:',
  '  aws:',
  '    capacity: { ceiling: 3 GW }',
  '    note: as I see it',
  '',
].join('\n');
const variant = { id: 'variant.scenario.yaml', text: variantText, files: { [complete.id]: completeText } };

function told(source: typeof complete, words: string): string {
  const parts = hover(source, source.text.indexOf(words))?.parts ?? [];
  return parts.map((part) => (part.kind === 'paragraph' ? part.text : '')).join('\n');
}

/** What is given to be drawn at a place. */
function pictured(source: typeof complete, words: string) {
  const parts = hover(source, source.text.indexOf(words))?.parts ?? [];
  return parts.flatMap((part) => (part.kind === 'picture' ? [part] : []));
}

describe('hover', () => {
  it('tells meaning, unit, range and default of a field', () => {
    const text = told(complete, 'pue: 1.15');
    expect(text).toContain('Facility power per unit of IT power.');
    expect(text).toContain('1x to 3x');
    expect(text).toContain('default 1.15');
  });

  it('tells percentiles of an uncertain value, and gives its distribution to be drawn with the same words', () => {
    const words = /P5 5 %\/year · median .* · P95 25 %\/year/;
    expect(told(complete, '5 to 25 %/year')).toMatch(words);
    const [picture, ...others] = pictured(complete, '5 to 25 %/year');
    expect(others).toEqual([]);
    expect(picture?.words).toMatch(words);
    const value = inspectScenario(complete).scenario?.inputs.find(({ text }) => text === '5 to 25 %/year');
    expect(picture?.distribution).toEqual(value?.distribution);
    expect(pictured(complete, 'pue: 1.15')).toEqual([]);
  });

  it('tells of an assumption what it is about, and of another item what all of its kind are', () => {
    const text = completeText.replace(
      'assumptions:',
      'assumptions:\n  mine: { value: 3 GW, meaning: My own }',
    );
    expect(told({ ...complete, text }, 'mine: {')).toContain('**assumptions.mine**: My own');
    const deal = told(variant, 'aws:');
    expect(deal).toContain('**deals.aws**: Deals between the customer and its providers.');
    expect(deal).not.toContain('a map from');
  });

  it('calls nothing added that stands on a catalogue alone', () => {
    const id = 'amazon-anthropic.scenario.yaml';
    const { [id]: text = '', ...files } = shippedFiles;
    const source = { id, text, files };
    expect(inspectScenario(source).changes.some(({ kind }) => kind === 'added')).toBe(true);
    expect(told(source, 'slip:                 {')).not.toContain('Added by this variant');
    const adding = { ...variant, text: `${variantText}assumptions: { mine: 3 GW }\n` };
    expect(told(adding, 'mine:')).toContain('Added by this variant');
  });

  it('tells where a value comes from', () => {
    const text = told(complete, '871 W');
    expect(text).toContain('A filing');
    expect(text).toContain('high confidence');
  });

  it('tells what a measure in a formula means', () => {
    const text = told(complete, 'customer.cash >=');
    expect(text).toContain('customer.cash');
    expect(text).toContain('USD');
  });

  it('tells in a variant what the base says', () => {
    expect(told(variant, '3 GW')).toContain('The base says `5 GW` (complete.scenario.yaml).');
  });

  it('has something or nothing to say at every place, and never fails', () => {
    const inspection = inspectScenario(complete);
    for (let offset = 0; offset <= completeText.length; offset += 11) {
      const found = hover(complete, offset, inspection);
      if (found) expect(found.parts.length).toBeGreaterThan(0);
    }
  });
});

describe('definition', () => {
  const target = (words: string, inside = 0) => {
    const place = definition(complete, completeText.indexOf(words) + inside);
    return place && completeText.slice(place.from, place.to);
  };

  it('leads from a name to what it names', () => {
    expect(target('source: filing', 10)).toBe('filing');
    expect(target('slip: =slip', 8)).toBe('slip');
    expect(target('mix: trainium2', 6)).toBe('trainium2');
    expect(target('assumptions.slip, generations', 3)).toBe('slip');
    expect(target('aws.spend.billed.cumulative at end', 5)).toBe('aws');
    const place = definition(complete, completeText.indexOf('source: filing') + 10);
    expect(place?.from).toBe(completeText.indexOf('filing: { title'));
  });

  it('leads from a variant to its base, from a file as a whole and from an overriding key', () => {
    expect(definition(variant, variantText.indexOf('complete.'))).toEqual({
      file: complete.id,
      from: 0,
      to: 0,
    });
    const place = definition(variant, variantText.indexOf('ceiling'));
    expect(place?.file).toBe(complete.id);
    expect(place && completeText.slice(place.from, place.to)).toBe('ceiling');
  });
});

describe('outline', () => {
  it('is the tree of keys, with short values', () => {
    const items = outline(completeText);
    expect(items.map(({ label }) => label)).toContain('deals');
    const deals = items.find(({ label }) => label === 'deals');
    expect(deals?.items.map(({ label }) => label)).toEqual(['aws', 'gcp', 'azure', 'colo']);
    const pue = deals?.items[0]?.items
      .find(({ label }) => label === 'capacity')
      ?.items.find(({ label }) => label === 'pue');
    expect(pue?.detail).toBe('1.15');
  });

  it('is there for half a text too', () => {
    expect(outline('deals:\n  aws: { provider: x').map(({ label }) => label)).toEqual(['deals']);
  });
});

describe('lenses', () => {
  it('show at an override what the base says', () => {
    const found = lenses(variant.id, inspectScenario(variant));
    expect(found.map(({ path, title }) => [path, title])).toEqual(
      expect.arrayContaining([['deals.aws.capacity.ceiling', 'base: 5 GW']]),
    );
  });

  it('count the uses of an assumption', () => {
    const found = lenses(complete.id, inspectScenario(complete));
    expect(found).toContainEqual(
      expect.objectContaining({ path: 'assumptions.slip', title: 'used 2 times' }),
    );
  });

  it('call nothing added in a scenario that extends none, catalogues or not', () => {
    const id = 'amazon-anthropic.scenario.yaml';
    const text = shippedFiles[id] ?? '';
    expect(text).toContain('use:');
    const titles = lenses(id, inspectScenario({ id, text, files: shippedFiles })).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => title.startsWith('added'))).toEqual([]);
  });

  it('never stand outside the text', () => {
    for (const [id, text] of Object.entries(shippedFiles).filter(([file]) => file.endsWith('.yaml'))) {
      for (const { from, to } of lenses(id, inspectScenario({ id, text, files: shippedFiles }))) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe('quick fixes', () => {
  const sound = readFileSync(
    new URL('../../../fixtures/invalid/sound.scenario.yaml', import.meta.url),
    'utf8',
  );
  const problemsOf = (text: string) => inspectScenario({ id: 'x.scenario.yaml', text, files: {} }).problems;

  it.each([
    ['a misspelled key', 'billing: reserved', 'biling: reserved'],
    ['a missing field', '    provider: The cloud\n', ''],
    ['a missing field inside braces', 'power: 2 GW, ', ''],
    ['a field too many', 'billing: reserved', 'billing: reserved\n    zzzz: 1'],
    ['a missing unit', 'amount: $100B', 'amount: 100B'],
    ['an unused assumption', 'assumptions:\n', 'assumptions:\n  spare: 5 %\n'],
  ])('mend %s', (_, instead, write) => {
    const text = sound.replace(instead, () => write);
    const [problem] = problemsOf(text);
    if (!problem) throw new Error('no problem');
    const [fix] = quickFixes(text, problem);
    if (!fix) throw new Error(`no fix for ${problem.message}`);
    expect(problemsOf(applyEdits(text, fix.edits).text)).toEqual([]);
  });

  it('offer nothing for a problem of another file', () => {
    const [problem] = problemsOf('offtake: 1\n');
    if (!problem) throw new Error('no problem');
    expect(quickFixes('offtake: 1\n', { ...problem, file: 'base.scenario.yaml' })).toEqual([]);
  });
});
