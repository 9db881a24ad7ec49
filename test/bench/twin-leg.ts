import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { Kernel } from '#shared/engine/kernel.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { createSampler, fillBlock, fillCertain } from '#shared/engine/random/sampler.ts';
import { createCompiledKernel } from '../../electron/engine/compiled/compiled-kernel.ts';
import { usualLanes as lanes } from '../../electron/engine/kernels.ts';
import { timedMeasures } from './deal-book.ts';
import { type Leg, percentile, type Row } from './measure.ts';
import { fullBook, planOf } from './scenarios.ts';
import { encodeForTwin } from './twin-plan.ts';

const source = join('test', 'bench', 'twin');
const draws = 2048;
/** They take turns, so that a busy moment of the machine falls on all. */
const turns = 5;
const passesPerTurn = 5;
/** Relative to the largest figure of the measure: sums are added in different orders, and C may fuse its operations. */
const tolerance = 1e-9;

/** How the twin is built, and how much of its time the kernel may take. */
const builds = [
  { options: ['-O3'], goal: 1.6 },
  { options: ['-O3', '-march=native'], goal: null },
] as const;

/** The kernel alone, on one thread, against the same rules written in C; CPU time, since both only compute. */
export const twinLeg: Leg = {
  name: 'twin',
  run: async () => {
    const compiler = ['cc', 'gcc'].find((name) => spawnSync(name, ['--version']).status === 0);
    if (compiler === undefined) return [notice];
    const folder = mkdtempSync(join(tmpdir(), 'offtake-twin-'));
    try {
      return against(compiler, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const notice: Row = {
  leg: 'twin',
  what: 'skipped: no C compiler (cc or gcc) was found',
  value: Number.NaN,
  unit: '×',
  goal: null,
};

function against(compiler: string, folder: string): Row[] {
  const plan = planOf(fullBook());
  const kernel = createCompiledKernel(plan, lanes, timedMeasures);
  const blocks = drawnBlocks(plan);
  const file = join(folder, 'blocks');
  writeFileSync(file, encodeForTwin(plan, lanes, blocks));
  const figures = timedMeasures.length * plan.months;
  const twins = builds.map(({ options, goal }, build) => {
    const program = join(folder, `twin-${build}`);
    compile(compiler, options, program);
    return { name: `C ${options.join(' ')}`, goal, program, times: [] as number[] };
  });
  const expected = checksumOf(kernel, blocks);
  for (const { program } of twins)
    compareChecksums(expected, runTwin(program, file, figures, 0).checksum, plan.months);
  for (let warm = 0; warm < 5; warm += 1) timeOfPass(kernel, blocks);
  const own: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (let pass = 0; pass < passesPerTurn; pass += 1) own.push(timeOfPass(kernel, blocks));
    for (const { program, times } of twins)
      times.push(...runTwin(program, file, figures, passesPerTurn).times);
  }
  const time = percentile(own, 0.5);
  const many = `${draws.toLocaleString('en')} draws of the deal book`;
  return [
    { leg: 'twin', what: `kernel, ${many}`, value: time, unit: 'ms', goal: null },
    ...twins.flatMap(({ name, goal, times }): Row[] => {
      const twin = percentile(times, 0.5);
      return [
        { leg: 'twin', what: `${name}, the same`, value: twin, unit: 'ms', goal: null },
        { leg: 'twin', what: `kernel against ${name}`, value: time / twin, unit: '×', goal },
      ];
    }),
  ];
}

function compile(compiler: string, options: readonly string[], program: string): void {
  const files = readdirSync(source).filter((name) => name.endsWith('.c'));
  const paths = files.map((name) => join(source, name));
  const made = spawnSync(
    compiler,
    ['-std=gnu11', ...options, `-DLANES=${lanes}`, '-o', program, ...paths, '-lm'],
    { encoding: 'utf8' },
  );
  invariant(made.status === 0, `${compiler} builds the twin: ${made.stderr}`);
}

/** The values of all inputs, block by block. */
function drawnBlocks(plan: Plan): readonly Float64Array[] {
  const sampler = createSampler(plan);
  invariant(sampler.ok, 'the deal book can be drawn');
  return Array.from({ length: draws / lanes }, (_, block) => {
    const values = new Float64Array(plan.inputs.length * lanes);
    fillCertain(sampler.value, lanes, values);
    fillBlock(sampler.value, block * lanes, lanes, values);
    return values;
  });
}

/** Runs all blocks and returns the CPU time of the runs alone, milliseconds. */
function timeOfPass(kernel: Kernel, blocks: readonly Float64Array[]): number {
  let time = 0;
  for (const block of blocks) {
    kernel.values.set(block);
    const started = process.cpuUsage();
    kernel.run();
    const { user, system } = process.cpuUsage(started);
    time += (user + system) / 1000;
  }
  return time;
}

/** For every measure and month the sum over the draws with an answer, and how many have none. */
interface Checksum {
  readonly sums: readonly number[];
  readonly missing: readonly number[];
}

function checksumOf(kernel: Kernel, blocks: readonly Float64Array[]): Checksum {
  const sums = timedMeasures.flatMap(() => Array.from({ length: kernel.months }, () => 0));
  const missing = sums.map(() => 0);
  for (const block of blocks) {
    kernel.values.set(block);
    kernel.run();
    kernel.results.forEach((result, measure) => {
      result.forEach((value, place) => {
        const figure = measure * kernel.months + Math.floor(place / lanes);
        if (Number.isNaN(value)) missing[figure] = (missing[figure] ?? 0) + 1;
        else sums[figure] = (sums[figure] ?? 0) + value;
      });
    });
  }
  return { sums, missing };
}

interface TwinRun {
  readonly checksum: Checksum;
  /** Of each pass over the blocks, milliseconds. */
  readonly times: readonly number[];
}

function runTwin(program: string, file: string, figures: number, passes: number): TwinRun {
  const run = spawnSync(program, [file, String(passes)], { encoding: 'utf8', maxBuffer: 1e8 });
  invariant(run.status === 0, `the twin ends well: ${run.stderr}`);
  const lines = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const column = (place: number): number[] => lines.map((line) => line[place] ?? Number.NaN);
  invariant(lines.length === figures + passes, 'the twin prints a line for every figure and every pass');
  return {
    checksum: { sums: column(0).slice(0, figures), missing: column(1).slice(0, figures) },
    times: column(0).slice(figures),
  };
}

/** Two kernels that do not give the same numbers cannot be compared. */
function compareChecksums(ours: Checksum, theirs: Checksum, months: number): void {
  timedMeasures.forEach((id, measure) => {
    const largest = Math.max(...ours.sums.slice(measure * months, (measure + 1) * months).map(Math.abs));
    invariant(largest > 0, `${id} is not all zero`);
    for (let month = 0; month < months; month += 1) {
      const figure = measure * months + month;
      const [own, twin] = [ours.sums[figure] ?? Number.NaN, theirs.sums[figure] ?? Number.NaN];
      invariant(
        Math.abs(own - twin) <= tolerance * largest && ours.missing[figure] === theirs.missing[figure],
        `the twin gives the kernel’s ${id} in month ${month}: ${own}, not ${twin}`,
      );
    }
  });
}
