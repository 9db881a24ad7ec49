import { describe, expect, it } from 'vitest';
import { companionIds } from '#shared/scenario/layers/references.ts';
import { observationsOf } from '#shared/scenario/observations.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { csvRows } from '#shared/scenario/text/csv-rows.ts';
import { smallText } from '../../contract/suite.ts';

const id = 'deals/small.scenario.yaml';
const csvId = 'deals/seen.csv';
const inline = `${smallText}actuals:
  capacity.online: { 2026-03: 980 MW, 2026-06-30: "normal(1000, 20) MW" }
  spend.billed.cumulative: { 2026-Q2: $2.5B }
`;
const named = `${smallText}actuals: seen.csv\n`;
const csv = `date,measure,value,note
2026-03,capacity.online,980 MW,"said in a call, ""about"" a gigawatt"
2026-06-30,capacity.online,"normal(1000, 20) MW",

2026-Q2,spend.billed.cumulative,$2.5B,
`;

function observed(text: string, files: Readonly<Record<string, string>> = {}) {
  const reading = readScenario({ id, text, files });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return observationsOf(reading.value.scenario);
}

function faults(text: string, files: Readonly<Record<string, string>> = {}) {
  const reading = readScenario({ id, text, files });
  return reading.ok ? [] : reading.error.filter(({ severity }) => severity === 'error');
}

describe('observations', () => {
  it('stand in the month of their date, plain figures right to 5 %, distributions to what they say', () => {
    const [plain, spread, money] = observed(inline);
    expect(plain).toMatchObject({ measure: 'capacity.online', month: 2, value: 980, error: 49 });
    expect(spread).toMatchObject({ measure: 'capacity.online', month: 5, value: 1000 });
    expect(spread?.error).toBeCloseTo(20, 9);
    expect(money).toMatchObject({
      measure: 'spend.billed.cumulative',
      month: 3,
      value: 2.5e9,
      text: '$2.5B',
    });
  });

  it('outside the projection are left out', () => {
    const early = inline.replace('2026-03', '2025-12').replace('2026-Q2', '2028-01');
    expect(observed(early).map(({ month }) => month)).toEqual([5]);
  });

  it('mean the same from a file of separated values, with their places in it', () => {
    const plain = ({ measure, month, value, error, text }: ReturnType<typeof observed>[number]) => {
      return { measure, month, value, error, text };
    };
    const fromFile = observed(named, { [csvId]: csv });
    expect(fromFile.map(plain)).toEqual(observed(inline).map(plain));
    for (const { place, text } of fromFile) {
      expect(place.file).toBe(csvId);
      expect(csv.slice(place.from, place.to)).toBe(text);
    }
    const semicolons = csv
      .replaceAll(',', ';')
      .replace('normal(1000; 20)', 'normal(1000, 20)')
      .replaceAll('\n', '\r\n');
    expect(observed(named, { [csvId]: `\ufeff${semicolons}` }).map(plain)).toEqual(fromFile.map(plain));
  });

  it('are asked for as a companion beside the scenario, and then from the top of the library', () => {
    expect(companionIds(id, named)).toEqual([csvId, 'seen.csv']);
    expect(observed(named, { 'seen.csv': csv })).toHaveLength(3);
    const hash = (files: Readonly<Record<string, string>>) => {
      const reading = readScenario({ id, text: named, files });
      return reading.ok ? reading.value.hash : '';
    };
    expect(hash({ [csvId]: csv })).not.toBe(hash({ [csvId]: csv.replace('980', '981') }));
  });

  it.each([
    ['a file that is not there', {}, /There is no file "seen\.csv"/, undefined, 'seen.csv'],
    [
      'a column that is missing',
      { [csvId]: 'date,value\n2026-03,980 MW\n' },
      /measure is missing/,
      csvId,
      'date',
    ],
    [
      'a row without a value',
      { [csvId]: 'date,measure,value\n2026-03,capacity.online,\n' },
      /needs a date/,
      csvId,
      '2026-03',
    ],
    [
      'a measure that is not there',
      { [csvId]: csv.replace('spend.billed', 'spend.biled') },
      /no measure/,
      csvId,
      'spend.biled.cumulative',
    ],
    ['a unit that does not fit', { [csvId]: csv.replace('980 MW', '980 kg') }, /kg/, csvId, '980 kg'],
    ['a date that is none', { [csvId]: csv.replace('2026-03', 'March') }, /date/, csvId, 'March'],
  ])('say at its place: %s', (_, files: Readonly<Record<string, string>>, words, file, met) => {
    const [fault] = faults(named, files);
    expect(fault?.message).toMatch(words);
    expect(fault?.file).toBe(file);
    const text = file === undefined ? named : (files[file] ?? '');
    expect(text.slice(fault?.from, fault?.to)).toContain(met);
  });

  it.each(['../seen.csv', '/etc/seen.csv', 'seen.yaml'])('cannot come from %s', (name) => {
    const [fault] = faults(named.replace('seen.csv', name), { [csvId]: csv });
    expect(fault?.code).toBe('bad-file-name');
  });
});

describe('separated values', () => {
  it('come back cell by cell, whatever is in them', () => {
    const cells = ['plain', ' spaced ', 'a,b', 'say "yes"', 'two\nlines', '', 'ünïcode'];
    const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const [row] = csvRows(`${quoted}\n`);
    expect(row?.map(({ text }) => text)).toEqual(cells);
  });
});
