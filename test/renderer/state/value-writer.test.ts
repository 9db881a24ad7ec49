import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectScenario } from '#shared/scenario/read.ts';
import { formSections, sliderRange } from '../../../renderer/state/form.ts';
import { valueWriter } from '../../../renderer/state/value-writer.ts';

const id = 'amazon-anthropic.scenario.yaml';
const text = readFileSync(`scenarios/${id}`, 'utf8');
const files = { 'catalogue/chips.yaml': readFileSync('scenarios/catalogue/chips.yaml', 'utf8') };
const inputs = inspectScenario({ id, text, files }).scenario?.inputs ?? [];

function input(path: string) {
  const found = inputs.find((one) => one.path === path);
  if (!found) throw new Error(`no input ${path}`);
  return found;
}

/** What the scenario says at a path after it was written. */
function reads(
  written: { readonly text: string } | { readonly fault: string },
  path: string,
): string | undefined {
  if (!('text' in written)) return undefined;
  return inspectScenario({ id, text: written.text, files }).scenario?.inputs.find((one) => one.path === path)
    ?.text;
}

describe('valueWriter', () => {
  it('writes again and again at the same place, as a drag does, and touches nothing else', () => {
    const ceiling = input('deals.aws.capacity.ceiling');
    const writer = valueWriter(id, text, ceiling);
    for (const value of ['4.9 GW', '4 GW', '12.5 GW', '3 GW']) {
      const written = writer.write(value);
      expect(reads(written, ceiling.path)).toBe(value);
      if ('text' in written) {
        const { from, to } = ceiling.place;
        expect(written.text.startsWith(text.slice(0, from))).toBe(true);
        expect(written.text.endsWith(text.slice(to))).toBe(true);
      }
    }
  });

  it('writes what needs quotes with quotes', () => {
    const growth = input('assumptions.growth');
    const written = valueWriter(id, text, growth).write('uniform(0.2, 0.9) GW');
    expect(reads(written, growth.path)).toBe('uniform(0.2, 0.9) GW');
  });

  it('overrides in this file what stands in another', () => {
    const inherited = inputs.find(
      (one) => one.place.file !== id && one.path === 'generations.trainium2.it-power',
    );
    if (!inherited) throw new Error('the catalogue states the power of a chip');
    const written = valueWriter(id, text, inherited).write('900 W');
    expect(reads(written, inherited.path)).toBe('900 W');
  });
});

describe('the form', () => {
  it('has every written quantity once, references left to what they refer to', () => {
    const rows = formSections(id, inputs, '').flatMap((section) => section.rows);
    const paths = rows.map((row) => row.value.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(rows.every((row) => row.value.reference === null)).toBe(true);
    expect(paths).toContain('assumptions.slip');
  });

  it('puts what only stands in other files last and finds by words', () => {
    const sections = formSections(id, inputs, '');
    const firstInherited = sections.findIndex((section) => section.isInherited);
    expect(sections.slice(firstInherited).every((section) => section.isInherited)).toBe(true);
    expect(formSections(id, inputs, 'ceiling').flatMap((section) => section.rows)).toHaveLength(1);
  });

  it('gives sliders a range around the value, within what is allowed', () => {
    expect(sliderRange(0.4, { min: 0, max: 1 })).toMatchObject({ min: 0, max: 1 });
    const power = sliderRange(5000, { min: 0, max: 1e6 });
    expect(power?.min).toBe(0);
    expect(power?.max).toBeGreaterThan(5000);
    expect(sliderRange(2, { min: 1, max: 3 })).toMatchObject({ min: 1, max: 3 });
    expect(sliderRange(Number.NaN, null)).toBeNull();
  });
});
