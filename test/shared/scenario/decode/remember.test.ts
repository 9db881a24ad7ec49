import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#shared/scenario/read.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';

/** Read by no other test, so that nothing of this file is remembered but what is read here. */
const id = 'remembered.scenario.yaml';
const text = readFileSync('scenarios/amazon-anthropic.scenario.yaml', 'utf8');
const files = { 'catalogue/chips.yaml': readFileSync('scenarios/catalogue/chips.yaml', 'utf8') };

function read(words: string): Scenario {
  const reading = readScenario({ id, text: words, files });
  if (!reading.ok) throw new Error(reading.error.map(({ message }) => message).join('\n'));
  return reading.value.scenario;
}

/** Paths of the quantities that are not the very same as in the text before. */
function newIn(after: Scenario, before: Scenario): readonly string[] {
  const known = new Set(before.inputs);
  return after.inputs.filter((value) => !known.has(value)).map(({ path }) => path);
}

describe('a text that was read before', () => {
  it('has nothing decoded again but what stands in the maps around the edit', () => {
    const before = read(text);
    const after = read(text.replace('up to 5 GW', 'up to 4 GW'));
    const anew = newIn(after, before);
    expect(anew).toContain('deals.aws.capacity.ceiling');
    const elsewhere =
      /^(?:generations|finances)\.|^deals\.aws\.(?:capital|commitment|mix|options|economics|capacity\.phases)\./;
    expect(after.inputs.filter(({ path }) => elsewhere.test(path)).length).toBeGreaterThan(300);
    expect(anew.filter((path) => elsewhere.test(path))).toEqual([]);
    expect(after.sources).toBe(before.sources);
  });

  it('has what follows an insertion moved by so much, and nothing of other files touched', () => {
    const before = read(text);
    const edit = text.indexOf('up to 5 GW');
    const after = read(text.replace('up to 5 GW', 'up to 5.25 GW'));
    const was = new Map(before.inputs.map((value) => [value.path, value]));
    const catalogued = after.inputs.filter(({ place }) => place.file !== id);
    expect(catalogued.length).toBeGreaterThan(150);
    expect(catalogued.filter((value) => was.get(value.path) !== value)).toEqual([]);
    const moved = after.inputs.filter(({ place, path }) => {
      const from = was.get(path)?.place.from ?? Number.NaN;
      return place.file === id && from > edit && place.from === from + '.25'.length;
    });
    const stayed = after.inputs.filter(({ place, path }) => place.from === was.get(path)?.place.from);
    expect(moved.length).toBeGreaterThan(80);
    expect(moved.length + stayed.length).toBe(after.inputs.length);
  });

  it('has what refers to an assumption decoded again when that changes, and a name looked up again when it goes', () => {
    const before = read(text);
    const after = read(text.replace('"uniform(0.5, 1.5) GW"', '"uniform(0.5, 1.6) GW"'));
    const powers = (of: Scenario) =>
      of.inputs.filter(({ reference }) => reference === 'growth').map(({ distribution }) => distribution);
    expect(powers(after)).toHaveLength(4);
    expect(powers(before)).toHaveLength(4);
    for (const power of powers(before)) expect(power).toMatchObject({ kind: 'uniform', high: 1500 });
    for (const power of powers(after)) expect(power).toMatchObject({ kind: 'uniform', high: 1600 });
    const renamed = readScenario({ id, text: text.replace('  aws-pue:  ', '  aws-pues: '), files });
    const faults = renamed.ok ? [] : renamed.error.filter(({ severity }) => severity === 'error');
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-source', 'deals.aws.capacity.pue.source'],
    ]);
  });
});
