import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormSection } from '../../../renderer/state/form.ts';
import { formSections, sliderRange } from '../../../renderer/state/form.ts';
import { surveyScenario } from '../../../renderer/state/survey.ts';

const id = 'amazon-anthropic.scenario.yaml';
const text = readFileSync(`scenarios/${id}`, 'utf8');
const files = { 'catalogue/chips.yaml': readFileSync('scenarios/catalogue/chips.yaml', 'utf8') };

function survey() {
  const found = surveyScenario({ id, text, files });
  if (!found) throw new Error('the base scenario can be read');
  return found;
}

const content = survey();

function rows(sections: readonly FormSection[]) {
  return sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'row' ? [item] : [])));
}

describe('the form', () => {
  it('has every written quantity once, references left to what they refer to', () => {
    const found = rows(formSections(id, content, ''));
    const paths = found.map((row) => row.value.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(found.every((row) => row.value.reference === null)).toBe(true);
    expect(paths).toContain('assumptions.slip');
  });

  it('puts what only stands in other files last and finds by words', () => {
    const sections = formSections(id, content, '');
    const firstInherited = sections.findIndex((section) => section.isInherited);
    expect(sections.slice(firstInherited).every((section) => section.isInherited)).toBe(true);
    expect(rows(formSections(id, content, 'ceiling'))).toHaveLength(1);
  });

  it('says what an assumption sets where it stands, and finds by the words of the form', () => {
    const items = formSections(id, content, 'average draw').flatMap((section) => section.items);
    expect(items.map((item) => (item.kind === 'reference' ? item.to : item.kind))).toEqual([
      'average-draw',
      'row',
    ]);
    expect(formSections(id, content, 'average nonsense')).toEqual([]);
  });

  it('has shares of a whole together where the first of them stands, and nowhere else', () => {
    const items = formSections(id, content, 'commitment').flatMap((section) => section.items);
    const kinds = items.map((item) => (item.kind === 'shares' ? item.group.path : item.value.path));
    expect(kinds.filter((path) => path.includes('annual'))).toEqual(['deals.aws.commitment.ramp.annual']);
    expect(kinds.indexOf('deals.aws.commitment.term')).toBeLessThan(
      kinds.indexOf('deals.aws.commitment.ramp.annual'),
    );
  });

  it('knows what must be certain', () => {
    const certain = rows(formSections(id, content, '')).filter((row) => !row.mayBeUncertain);
    expect(certain.map((row) => row.value.path)).toContain('horizon');
    expect(certain.map((row) => row.value.path)).not.toContain('deals.aws.capacity.ceiling');
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
