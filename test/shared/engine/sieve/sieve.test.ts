import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import { createStream, fillUniforms } from '#shared/engine/random/stream.ts';
import { createSampleStore, type SampleStore } from '#shared/engine/sample-store.ts';
import { keptShare } from '#shared/engine/sieve/aim-sieve.ts';
import { PAGE_DRAWS } from '#shared/engine/sieve/kept-pages.ts';
import { aimSieve, clearPages, closeSieve, scoutDraws, siftDraws } from '#shared/engine/sieve/sieve.ts';
import { KEPT, type SieveMemory, sieveBytes, sliceSieveOf } from '#shared/engine/sieve/slice-sieve.ts';
import { summarise } from '#shared/engine/summarise.ts';
import { BAND_FIGURES, bandTableLength } from '#shared/engine/summary/bands.ts';

const draws = 20_000;
const pilotDraws = 4_096;

/** What a draw comes to, given two numbers between 0 and 1 that belong to it. */
type Law = (u: number, v: number, draw: number) => number;

const laws: Record<string, Law> = {
  uniform: (u) => u,
  'heavy on both sides': (u) => Math.tan(Math.PI * (u - 0.5)),
  'heavy on one side': (u, v) => Math.exp(12 * u * v),
  'two far hills': (u, v) => (u < 0.47 ? v : 1e6 + v),
  'two hills of one width': (u, v) => (u < 0.5 ? v : 1e9 * v),
  'always the same': () => 0.1,
  'never an answer': () => Number.NaN,
  'one answer': (_, __, draw) => (draw === 17_000 ? 3 : Number.NaN),
  'two answers late': (_, __, draw) => (draw > draws - 3 ? draw : Number.NaN),
  'answers now and then': (u, v) => (u < 0.6 ? Number.NaN : v),
  'all but a few the same': (u, v) => (u < 0.003 ? v : 7),
  'one other, late': (_, __, draw) => (draw === draws - 1 ? 8 : 7),
  'zeros and more': (u, v) => (u < 0.4 ? 0 : v),
  'half at a ceiling, some at a floor': (u, v) => Math.min(0.5, Math.max(0.1, u + v / 10)),
  'a few steps': (u) => Math.floor(u * 5),
  'many steps': (u) => Math.floor(u * 400) / 7,
  'zeros of both signs': (u, v) => (u < 0.3 ? 0 : u < 0.6 ? -0 : v),
  'few zeros of both signs': (u, v) => (u < 0.05 ? 0 : u < 0.1 ? -0 : v - 0.1),
  'lone zeros below nothing': (u, v) => (u < 0.5 ? -0 : v),
  'growing all along': (_, __, draw) => draw,
  'falling all along': (_, __, draw) => -draw * draw,
  'other than the first draws': (u, _, draw) => (draw < pilotDraws ? u : 100 + u),
  'wider than the first draws': (u, _, draw) => (draw < pilotDraws ? u / 1000 : u),
  'without an end': (u, v) => (u < 0.02 ? Number.NEGATIVE_INFINITY : u > 0.97 ? Number.POSITIVE_INFINITY : v),
  'mostly without an end': (u, v) => (u < 0.4 ? v : Number.POSITIVE_INFINITY),
  'a large common level': (u) => 1e15 + u,
  'the least numbers': (u) => u * 1e-310,
};
const names = Object.keys(laws);

function uniforms(name: string): Float64Array {
  const out = new Float64Array(draws);
  fillUniforms(createStream(11, name, { method: 'plain', draws }), 0, draws, out);
  return out;
}

const [u, v] = [uniforms('u'), uniforms('v')];

/** One measure for each law, over months of which some repeat the one before, for good or for the first draws only. */
const months = 5;
const partAt = draws - 100;

function drawOf(measure: number, month: number, draw: number): number {
  const law = laws[names[measure] ?? ''] ?? (() => Number.NaN);
  const at = (turned: number): number => law(u[(draw + turned) % draws] ?? 0, v[draw] ?? 0, draw);
  if (month === 2) return draw < partAt ? at(1) : at(5);
  return at([0, 1, 0, 2, 2][month] ?? 0);
}

function storeOf(list: ArrayLike<number>, firstDraw = 0): SampleStore {
  const layout = { measures: names.length, months, checks: 0, firstDraw, draws: list.length };
  const store = createSampleStore(layout);
  for (let measure = 0; measure < names.length; measure++)
    for (let month = 0; month < months; month++)
      for (let place = 0; place < list.length; place++)
        store.values[(measure * months + month) * list.length + place] = drawOf(
          measure,
          month,
          list[place] ?? 0,
        );
  return store;
}

const from = (first: number, to: number) => Int32Array.from({ length: to - first }, (_, at) => first + at);
const slices = names.length * months;

function plainTable(): Float64Array {
  const table = new Float64Array(bandTableLength(names.length, months));
  summarise(
    { store: storeOf(from(0, draws)), done: draws, fromSlice: 0, toSlice: slices, table },
    uncontrolled,
  );
  return table;
}

/** Sieves with room for some pages, aimed by pilot draws, in memory in which something else was before. */
function aimed(pilotOf: () => SampleStore, pages: number, range = slices): SieveMemory {
  const layout = { slices, draws, pages };
  const buffer = new ArrayBuffer(sieveBytes(layout));
  new Uint8Array(buffer).fill(0xa5);
  const sieve: SieveMemory = { layout, buffer, offset: 0 };
  clearPages(sieve);
  const [pilot, scouts] = [pilotOf(), storeOf(scoutDraws(draws))];
  for (const each of rangesOf(range)) aimSieve({ sieve, pilot, scouts, ...each }, uncontrolled);
  return sieve;
}

const rangesOf = (size: number) =>
  [...from(0, Math.ceil(slices / size))].map((at) => {
    return { fromSlice: at * size, toSlice: Math.min(slices, (at + 1) * size) };
  });

/** The table through sieves, the draws in stretches of a size, the slices in ranges of another. */
function sieved(stretch: number, range: number, pages: number): { table: Float64Array; untold: number[] } {
  const sieve = aimed(() => storeOf(from(0, pilotDraws)), pages, range);
  for (let first = pilotDraws; first < draws; first += stretch) {
    const store = storeOf(from(first, Math.min(draws, first + stretch)), first);
    for (const each of rangesOf(range)) siftDraws({ sieve, store, ...each }, uncontrolled);
  }
  const table = new Float64Array(bandTableLength(names.length, months));
  const untold = rangesOf(range).flatMap((each) => {
    const closed = closeSieve({ sieve, months, table, ...each }, uncontrolled);
    return closed.ok ? closed.value : [];
  });
  return { table, untold };
}

/** The figures of the slices of a table, by name of the law. */
function figuresOf(table: Float64Array, slice: number): number[] {
  const measure = Math.floor(slice / months);
  const figures = table.length / (names.length * months);
  return [...from(0, figures)].map(
    (figure) => table[(measure * figures + figure) * months + (slice % months)] ?? 0,
  );
}

const enough = slices * Math.ceil(draws / PAGE_DRAWS);
const nameOf = (slice: number): string => names[Math.floor(slice / months)] ?? '';
const plain = plainTable();

function expectPlain(table: Float64Array, slice: number): void {
  const expected = figuresOf(plain, slice);
  for (const [at, figure] of figuresOf(table, slice).entries())
    expect(figure, `${nameOf(slice)}, month ${slice % months}, ${BAND_FIGURES[at]}`).toBe(expected[at]);
}

describe('a sieve', () => {
  it.each([
    [1_000, 3],
    [7_001, 7],
    [draws, slices],
  ])(
    'gives the figures of the plain summary to the last bit, or none: draws by %i, slices by %i',
    (stretch, range) => {
      const { table, untold } = sieved(stretch, range, enough);
      const isUntold = new Set(untold);
      for (let slice = 0; slice < slices; slice++) if (!isUntold.has(slice)) expectPlain(table, slice);
      // What the first draws tell nothing about, and where it hangs on the order of the draws what is found.
      expect([...new Set(untold.map(nameOf))]).toEqual([
        'zeros of both signs',
        'growing all along',
        'falling all along',
        'other than the first draws',
        'wider than the first draws',
        'mostly without an end',
      ]);
    },
  );

  it('is right about all it tells with too little room, and says of which slices it tells nothing', () => {
    const { table, untold } = sieved(5_000, slices, Math.ceil(enough / 10));
    expect(untold.length).toBeGreaterThan(slices / 4);
    expect(untold.length).toBeLessThan(slices);
    const isUntold = new Set(untold);
    for (let slice = 0; slice < slices; slice++) if (!isUntold.has(slice)) expectPlain(table, slice);
  });

  it('keeps about the share of draws that was foretold', () => {
    const kept = keptShare(pilotDraws) * draws;
    const sieve = aimed(() => storeOf(from(0, pilotDraws)), enough);
    siftDraws(
      { sieve, store: storeOf(from(pilotDraws, draws), pilotDraws), fromSlice: 0, toSlice: slices },
      uncontrolled,
    );
    const most = sliceSieveOf(sieve, names.indexOf('uniform') * months).notes[KEPT] ?? 0;
    // Bins are kept whole, and an open one may hold a few hundredths of all draws.
    expect(most).toBeGreaterThan(0.9 * kept);
    expect(most).toBeLessThan(1.25 * kept);
    expect(keptShare(2)).toBe(1);
  });

  it('stops before the next slice when cancelled, at every step', () => {
    const control = { isCancelled: () => true, report: () => expect.unreachable() };
    const [pilot, scouts] = [storeOf(from(0, pilotDraws)), storeOf(scoutDraws(draws))];
    const range = { fromSlice: 0, toSlice: slices };
    const sieve = aimed(() => pilot, enough);
    const bytes = new Uint8Array(sieve.buffer);
    const before = bytes.slice();
    const table = new Float64Array(bandTableLength(names.length, months)).fill(-1);
    expect(aimSieve({ sieve, pilot, scouts, ...range }, control).ok).toBe(false);
    expect(siftDraws({ sieve, store: pilot, ...range }, control).ok).toBe(false);
    expect(closeSieve({ sieve, months, table, ...range }, control).ok).toBe(false);
    expect(before.every((byte, at) => bytes[at] === byte)).toBe(true);
    expect(table.every((figure) => figure === -1)).toBe(true);
  });
});
