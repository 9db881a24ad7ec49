import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { centralPath } from './central-path.ts';
import { readme } from './library.ts';
import { tutorialSteps, withSections } from './tutorial-steps.ts';
import { writtenNumber } from './written-number.ts';

const steps = tutorialSteps(readme);

/** What the reader has on disk after the first `count` steps. */
function filesAfter(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (const step of steps.slice(0, count)) {
    if (step.kind !== 'write') continue;
    const name = step.file === 'deal' ? 'my-deal.scenario.yaml' : 'my-variant.scenario.yaml';
    files[name] = withSections(files[name] ?? '', step.text);
  }
  return files;
}

/** The file the reader wrote last. */
function sourceAfter(count: number): ScenarioSource {
  const files = filesAfter(count);
  const id = Object.keys(files).at(-1) ?? '';
  return { id, text: files[id] ?? '', files };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const start = promisify(execFile);

/** Types a command of the tutorial in the folder where its reader keeps the files, and returns what it prints. */
async function typed(command: string, count: number): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(filesAfter(count))) await writeFile(join(folder, name), text);
  const [program = '', ...rest] = command.split(' ');
  const { stdout } = await start(program, ['--prefix', root, ...rest], { cwd: folder });
  return stdout;
}

describe('the tutorial', () => {
  it('writes, runs and promises something', () => {
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'write').length).toBeGreaterThanOrEqual(8);
    expect(kinds.filter((kind) => kind === 'run').length).toBeGreaterThanOrEqual(4);
    expect(kinds.filter((kind) => kind === 'expect').length).toBeGreaterThanOrEqual(10);
  });

  it.each(steps.flatMap((step, at) => (step.kind === 'expect' ? [{ ...step, at }] : [])))(
    'arrives at $measure of $value in $month (step $at)',
    ({ measure, month, value, at }) => {
      const actual = centralPath(sourceAfter(at)).value(measure, month);
      const stated = writtenNumber(value);
      expect(Math.abs(actual - stated.value), `${actual} against ${value}`).toBeLessThanOrEqual(
        stated.halfDigit,
      );
    },
  );

  it('breaks the check of step 7 and mends nothing by the variant', () => {
    const path = centralPath(sourceAfter(steps.length));
    expect(path.checks.get('nothing is paid for nothing')).toBe(false);
  });

  it.each(steps.flatMap((step, at) => (step.kind === 'run' ? [{ ...step, at }] : [])))(
    'can be followed: $command (step $at)',
    async ({ command, at }) => {
      const printed = await typed(command, at);
      if (command.endsWith(' --json')) {
        expect(JSON.parse(printed).checks[0]).toMatchObject({ holds: false });
      } else {
        expect(printed).toContain('A deal from nothing');
      }
    },
  );
});
