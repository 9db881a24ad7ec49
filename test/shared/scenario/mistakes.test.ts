import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#shared/scenario/problem.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import { mistakesInCapital } from '../../fixtures/invalid/capital.ts';
import { mistakesInCommitmentAndCapacity } from '../../fixtures/invalid/commitment-and-capacity.ts';
import { mistakesInGenerations } from '../../fixtures/invalid/generations.ts';
import type { Mistake } from '../../fixtures/invalid/mistake.ts';
import { mistakesInMixAndOptions } from '../../fixtures/invalid/mix-and-options.ts';
import { mistakesInTheRest } from '../../fixtures/invalid/the-rest.ts';
import { mistakesInTop } from '../../fixtures/invalid/top.ts';

const sound = readFileSync(new URL('../../fixtures/invalid/sound.scenario.yaml', import.meta.url), 'utf8');

const sections: Readonly<Record<string, readonly Mistake[]>> = {
  'at the top': mistakesInTop,
  'in generations': mistakesInGenerations,
  'in capital': mistakesInCapital,
  'in commitment and capacity': mistakesInCommitmentAndCapacity,
  'in mix and options': mistakesInMixAndOptions,
  'in finances, formulas and correlations': mistakesInTheRest,
};

function problemsOf(text: string): readonly Problem[] {
  return inspectScenario({ id: 'test.scenario.yaml', text, files: {} }).problems;
}

describe('the sound scenario', () => {
  it('has no problems', () => {
    expect(problemsOf(sound)).toEqual([]);
  });
});

describe.each(Object.entries(sections))('mistakes %s', (_, mistakes) => {
  it.each(
    mistakes.map((mistake) => [mistake.write.trim() || `no ${mistake.instead.trim()}`, mistake] as const),
  )('%s', (_title, mistake) => {
    expect(sound).toContain(mistake.instead);
    const text = sound.replace(mistake.instead, () => mistake.write);
    const problems = problemsOf(text);
    const found = problems.find(({ code, path }) => code === mistake.code && path === mistake.path);
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.severity).toBe(mistake.severity ?? 'error');
    expect(found?.line).toBe(mistake.line);
    expect(found?.met).toBe(mistake.met);
    expect(found?.expected).toBe(mistake.expected);
    expect(found?.fix?.replacement).toBe(mistake.fix);
    const others = problems.filter((problem) => problem !== found).map(({ code }) => code);
    expect(others.sort()).toEqual([...(mistake.also ?? [])].sort());
  });
});

describe('messages', () => {
  const all = Object.values(sections).flat();
  const problems = all.flatMap((mistake) => problemsOf(sound.replace(mistake.instead, () => mistake.write)));

  it('cover at least sixty distinct mistakes', () => {
    expect(new Set(all.map(({ code, path }) => `${code} ${path}`)).size).toBeGreaterThanOrEqual(60);
  });

  it('are sentences that name the field they are about', () => {
    for (const { message, path, met } of problems) {
      expect(message).toMatch(/[.?]$/);
      const last = path.split('.').at(-1) ?? '';
      expect(message.includes(last) || (met !== undefined && message.includes(met))).toBe(true);
    }
  });

  it('mend the fault where they offer to: the problem is gone once the fix is applied', () => {
    for (const mistake of all) {
      const text = sound.replace(mistake.instead, () => mistake.write);
      for (const { code, path, fix, from, to } of problemsOf(text)) {
        if (fix === undefined) continue;
        const mended = text.slice(0, from) + fix.replacement + text.slice(to);
        const left = problemsOf(mended).filter((problem) => problem.code === code && problem.path === path);
        expect(left, `${mistake.write} → ${fix.replacement}`).toEqual([]);
      }
    }
  });
});
