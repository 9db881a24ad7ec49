import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectScenario } from '#shared/scenario/read.ts';
import { valueWriter } from '../../../renderer/state/value-writer.ts';

const id = 'amazon-anthropic.scenario.yaml';
const text = readFileSync(`scenarios/${id}`, 'utf8');
const files = { 'catalogue/chips.yaml': readFileSync('scenarios/catalogue/chips.yaml', 'utf8') };
const scenario = inspectScenario({ id, text, files }).scenario;
const inputs = scenario?.inputs ?? [];

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
    const writer = valueWriter(text, ceiling);
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
    const written = valueWriter(text, growth).write('uniform(0.2, 0.9) GW');
    expect(reads(written, growth.path)).toBe('uniform(0.2, 0.9) GW');
  });

  it('overrides in this file what stands in another', () => {
    const inherited = inputs.find(
      (one) => one.place.file !== id && one.path === 'generations.trainium2.it-power',
    );
    if (!inherited) throw new Error('the catalogue states the power of a chip');
    const written = valueWriter(text, inherited).write('900 W');
    expect(reads(written, inherited.path)).toBe('900 W');
  });

  it('goes on writing at the same place when a drag changes a number between brackets', () => {
    const share = input('assumptions.amazon-share');
    const writer = valueWriter(text, share);
    for (const words of ['pert(15 %, 20 %, 25 %)', 'pert(15 %, 19.2 %, 25 %)', 'pert(5 %, 19 %, 31.5 %)']) {
      const written = writer.write(words);
      expect(reads(written, share.path)).toBe(words);
      if ('text' in written) {
        expect(written.text.startsWith(text.slice(0, share.place.from))).toBe(true);
        expect(written.text.endsWith(text.slice(share.place.to))).toBe(true);
      }
    }
  });

  it('writes one end of a period and leaves the other', () => {
    const from = input('deals.aws.options.trainium5.window.from');
    const written = valueWriter(text, from).write('2029-12');
    expect('text' in written && written.text).toBe(
      text.replace('window: 2029-10 to 2030-09', 'window: 2029-12 to 2030-09'),
    );
  });

  it('writes an item of a list', () => {
    const slice = input('deals.aws.commitment.ramp.annual.2');
    const written = valueWriter(text, slice).write('36 %');
    expect('text' in written && written.text).toBe(text.replace('{ value: 37 %,', '{ value: 36 %,'));
  });

  it('keeps the words that stand behind a quantity', () => {
    const worded = text.replace(
      'available: { from: 1 GW, per: 1 GW,',
      'available: { from: 1 GW, per: 1 GW online,',
    );
    expect(worded).not.toBe(text);
    const per = inspectScenario({ id, text: worded, files }).scenario?.inputs.find((one) =>
      one.path.endsWith('facility.available.per'),
    );
    if (!per) throw new Error('the facility opens by power online');
    const written = valueWriter(worded, per).write('2 GW');
    expect('text' in written && written.text).toBe(worded.replace('per: 1 GW online', 'per: 2 GW online'));
  });
});
