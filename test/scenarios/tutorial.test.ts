import { describe, expect, it } from 'vitest';
import type { ScenarioSource } from '#shared/scenario/source.ts';
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
});
