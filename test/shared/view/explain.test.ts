import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectScenario } from '#shared/scenario/read.ts';
import { driversOf, explain } from '#shared/view/explain.ts';
import { lens } from '#shared/view/lens.ts';
import { sourceBook } from '#shared/view/source-book.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const id = 'amazon-anthropic.scenario.yaml';
const text = readFileSync(`scenarios/${id}`, 'utf8');
const catalogue = readFileSync('scenarios/catalogue/chips.yaml', 'utf8');
const { scenario } = inspectScenario({ id, text, files: { 'catalogue/chips.yaml': catalogue } });
const inputs = scenario?.inputs ?? [];

describe('explain', () => {
  const projection = sampleProjection();
  const view = lens(projection, null, 'month');

  it('gives value, month and meaning of a measure', () => {
    const told = explain(view, 'capacity.online', 100);
    expect(told?.value).toBe('5.00\u202fGW');
    expect(told?.when).toBe('Aug 2034');
    expect(explain(view, 'capacity.online', null)?.when).toBe('Mar 2038');
    expect(explain(view, 'nothing.such', 0)).toBeNull();
  });

  it('gives the parts its formula names, with their values in the same month', () => {
    const series = projection.series.map((one) =>
      one.info.id === 'spend.billed'
        ? { ...one, info: { ...one.info, formula: 'spend.consumption + commitment.shortfall' } }
        : one,
    );
    const told = explain(lens({ ...projection, series }, null, 'month'), 'spend.billed', 60);
    expect(told?.parts.map((part) => part.id)).toEqual(['spend.consumption', 'commitment.shortfall']);
  });
});

describe('driversOf', () => {
  it('names the lines that can move a measure, uncertain ones first, assumptions once', () => {
    const paths = driversOf('capacity.online', ['aws'], inputs).map((input) => input.path);
    expect(paths).toContain('deals.aws.capacity.ceiling');
    expect(paths).toContain('assumptions.slip');
    expect(paths).not.toContain('deals.aws.commitment.amount');
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.indexOf('assumptions.slip')).toBeLessThan(paths.indexOf('deals.aws.capacity.ceiling'));
  });

  it('keeps to the generation a price is about', () => {
    const paths = driversOf('price.trainium3', ['aws'], inputs).map((input) => input.path);
    expect(paths.some((path) => path.startsWith('generations.trainium2'))).toBe(false);
    expect(paths.length).toBeGreaterThan(0);
  });
});

describe('sourceBook', () => {
  const documents = (scenario?.sources ?? []).map(({ key, value }) => ({ key, ...value }));
  const book = sourceBook(documents, inputs);

  it('puts every sourced quantity under its document', () => {
    const sourced = inputs.filter((one) => one.origin === 'written' && one.provenance.source !== null);
    for (const value of sourced) {
      const entry = book.entries.find((one) => one.document.key === value.provenance.source);
      expect(entry?.values, value.path).toContain(value);
    }
  });

  it('finds the quantities on which sources disagree, the widest first', () => {
    const paths = book.disagreements.map((one) => one.value.path);
    expect(paths).toContain('deals.aws.commitment.amount');
    const spreads = book.disagreements.map((one) => one.spread).filter(Number.isFinite);
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
  });

  it('lists what nobody vouches for, without what only refers to something else', () => {
    expect(book.unsourced.every((value) => value.provenance.source === null)).toBe(true);
    expect(book.unsourced.every((value) => value.reference === null)).toBe(true);
  });
});
