import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../support/bundle.ts';
import { startChild } from './support/child.ts';
import { times, tried } from './support/tried.ts';

const memoryLimitMegabytes = 500;

interface Found {
  readonly crashes: readonly string[];
  readonly hangs: readonly string[];
  readonly crashCount: number;
  readonly hangCount: number;
  readonly slowest: number;
  readonly ways: number;
  readonly peakMegabytes: number;
}

describe('words of strangers', () => {
  it.each([
    ['reader', times(2_500, 250_000)],
    ['expressions', times(20_000, 250_000)],
    ['wire', times(10_000, 250_000)],
    ['dispatch', times(10_000, 250_000)],
    ['observations', times(1_500, 30_000)],
    ['templates', times(40, 600)],
  ])('handed to the %s crash nothing, hang nothing and fill no memory', async (target, cases) => {
    const program = await bundle('test/trust/fuzz/main.ts');
    const child = startChild(program, { target, cases, seed: 20_261_121, scenarios: resolve('scenarios') });
    const found = JSON.parse(await child.said(/^\{/)) as Found;
    expect(found.crashes).toEqual([]);
    expect(found.hangs).toEqual([]);
    expect(found.peakMegabytes).toBeLessThan(memoryLimitMegabytes);
    tried({
      what: `made-up words for the ${target}`,
      times: cases,
      lost: found.crashCount + found.hangCount,
      note: `${found.ways} ways, slowest ${found.slowest.toFixed(0)} ms, ${found.peakMegabytes.toFixed(0)} MB`,
    });
  });
});
