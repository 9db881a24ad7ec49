import { describe, expect, it } from 'vitest';
import { compileLoops } from '../../../electron/loop-compiler/compile-loops.ts';

/** Compiles one loop and runs it over arrays of eight lanes that stand one after the other in memory. */
function runLoop(text: string, arrays: readonly number[][], ...numbers: number[]): number[][] {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const program = new WebAssembly.Module(compileLoops({ 'loop.ts': text }));
  const { exports } = new WebAssembly.Instance(program, { lanes: { memory } });
  const cells = arrays.map((values, place) => {
    const cell = new Float64Array(memory.buffer, place * 64, 8);
    cell.set(values);
    return cell;
  });
  const addresses = cells.map((cell) => cell.byteOffset);
  (exports['run'] as (...parts: number[]) => void)(...addresses, 8, ...numbers);
  return cells.map((cell) => [...cell]);
}

const loop = (parts: string, body: string): string =>
  `export function run(${parts}): void { for (let l = 0; l < a.length; l += 1) { ${body} } }`;

const eight = [0, 1, 2, 3, 4, 5, 6, 7];

describe('the compiler of loops', () => {
  it('does in every lane only what its conditions say', () => {
    const [a] = runLoop(
      loop(
        'a: Lanes',
        'if (a[l] < 2) continue; if (a[l] < 4) a[l] = 10; else { a[l] += 1; if (a[l] === 6) a[l] = 60; }',
      ),
      [eight],
    );
    expect(a).toEqual([0, 1, 10, 10, 5, 60, 7, 8]);
  });

  it('lets a name that changes keep its value where it does not', () => {
    const text = loop('a: Lanes, m: number', 'let now = a[l]; if (now > m) now = m; a[l] = now * 2;');
    expect(runLoop(text, [eight], 3)[0]).toEqual([0, 2, 4, 6, 6, 6, 6, 6]);
  });

  it('reads again what a write may have changed: two names can be one array', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const text = loop('a: Lanes, b: Lanes', 'const old = b[l]; a[l] = old + 1; b[l] = b[l] * 2;');
    const program = new WebAssembly.Module(compileLoops({ 'loop.ts': text }));
    const { exports } = new WebAssembly.Instance(program, { lanes: { memory } });
    (exports['run'] as (...parts: number[]) => void)(0, 0, 4);
    expect([...new Float64Array(memory.buffer, 0, 4)]).toEqual([2, 2, 2, 2]);
  });

  it('knows the functions and constants of the file', () => {
    const text = `
      const least = 2;
      function atLeast(value: number, bound: number): number { return value > bound ? value : bound; }
      ${loop('a: Lanes', 'a[l] = atLeast(a[l], least) + Math.floor(a[l] / 2);')}`;
    expect(runLoop(text, [eight])[0]).toEqual([2, 2, 3, 4, 6, 7, 9, 10]);
  });

  it('reads and writes a series from a place on', () => {
    const text = loop('a: Lanes, s: Lanes, from: number', 's[from + l] += a[l]; a[l] = s[from + l];');
    const [a, s] = runLoop(text, [eight, eight, eight], 8).slice(0, 3);
    expect(a).toEqual(eight.map((each) => 2 * each));
    expect(s).toEqual(eight);
  });

  it.each([
    [
      'a loop over less than all lanes',
      'export function run(a: Lanes): void { for (let l = 1; l < a.length; l += 1) a[l] = 0; }',
    ],
    ['numbers before arrays', loop('m: number, a: Lanes', 'a[l] = m;')],
    ['an array at another place', loop('a: Lanes', 'a[l] = a[0];')],
    ['a function it does not know', loop('a: Lanes', 'a[l] = Math.exp(a[l]);')],
    ['an operator it does not know', loop('a: Lanes', 'a[l] = a[l] ** 2;')],
    ['a loop within the loop', loop('a: Lanes', 'while (a[l] > 0) a[l] -= 1;')],
    ['a name it does not know', loop('a: Lanes', 'a[l] = other;')],
    ['a number as a condition', loop('a: Lanes', 'if (a[l]) a[l] = 0;')],
    ['what cannot be parsed', 'export function run(a: Lanes): void {'],
  ])('refuses %s', (_, text) => {
    expect(() => compileLoops({ 'loop.ts': text })).toThrow(/cannot be compiled/);
  });
});
