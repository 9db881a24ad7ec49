import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureTemplates } from '#shared/engine/measure/templates.ts';
import { describeDimension } from '#shared/scenario/quantity/dimensions.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import { jsonSchema } from '#shared/scenario/reference/json-schema.ts';
import { referenceModel } from '#shared/scenario/reference/model.ts';
import { referenceText } from '#shared/scenario/reference/text.ts';
import { schemaFaults } from '../../../support/schema-faults.ts';

const model = referenceModel();
const start = { year: 2026, month: 4 };

describe('the table of fields', () => {
  it('gives every field a meaning in a sentence and an example', () => {
    for (const { path, meaning } of model.inputs) expect(meaning, path).toMatch(/^[A-Z"].*\.$/s);
  });

  it.each(
    model.inputs
      .filter(({ dimension, example }) => dimension !== null && example !== '' && !example.startsWith('{'))
      .map((entry) => [entry.path, entry] as const),
  )('has an example of %s that is a quantity of its dimension', (_, { example, dimension }) => {
    if (dimension === null) throw new Error('not a quantity');
    const plain = example.replace(/ online$/, '');
    const parsed = parseQuantity(plain, dimension, { start });
    expect(parsed.ok, parsed.ok ? '' : parsed.error.message).toBe(true);
  });

  it('has units for every dimension but dates and plain numbers', () => {
    for (const { dimension, units, path } of model.inputs) {
      if (dimension === null || dimension === 'date' || dimension === 'number') continue;
      expect(units, path).toEqual(describeDimension(dimension).units);
    }
  });
});

describe('the catalogue as text', () => {
  const text = referenceText(model);

  it('names every field and every measure', () => {
    for (const { path } of model.inputs) expect(text).toContain(`  ${path}\n`);
    for (const { info } of measureTemplates) expect(text).toContain(info.id);
  });
});

describe('the JSON schema', () => {
  const schema = jsonSchema();

  it('accepts a scenario that uses every field', () => {
    const text = readFileSync(
      new URL('../../../fixtures/scenarios/complete.scenario.yaml', import.meta.url),
      'utf8',
    );
    expect(schemaFaults(schema, text)).toEqual([]);
  });

  it('refuses what reading refuses for its form: unknown keys and unknown words', () => {
    const text = 'offtake: 1\ntitle: x\ncustommer: y\n';
    expect(schemaFaults(schema, text)).not.toEqual([]);
    expect(
      inspectScenario({ id: 'x.scenario.yaml', text, files: {} }).problems.map(({ code }) => code),
    ).toContain('unknown-key');
    expect(schemaFaults(schema, 'offtake: 1\ntitle: x\nsimulation: { sampling: dice }\n')).not.toEqual([]);
  });
});
