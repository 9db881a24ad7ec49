import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { distributionFault } from '#shared/engine/distribution/distribution-fault.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { decodeScenario } from '#shared/scenario/decode/decode-scenario.ts';
import { resolveLayers } from '#shared/scenario/layers/resolve.ts';
import { problemList } from '#shared/scenario/problem-list.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { mutateText, randomWith } from '../../support/mutate-text.ts';
import { watchTree } from '../../support/watched-tree.ts';

const library = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const files: Readonly<Record<string, string>> = Object.fromEntries(
  (readdirSync(library, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(library + file, 'utf8')]),
);
const complete = readFileSync(
  new URL('../../fixtures/scenarios/complete.scenario.yaml', import.meta.url),
  'utf8',
);
const texts: readonly (readonly [id: string, text: string])[] = [
  ...Object.entries(files).filter(([id]) => id.endsWith('.scenario.yaml')),
  ['complete.scenario.yaml', complete],
];

/** Ten thousand in all; texts that stand alone are read fastest and get the most. */
function timesFor(text: string): number {
  return /^(extends|use):/m.test(text) ? 130 : 1000;
}

/** Values of a text that decoding neither read nor reported: what would be lost without a word. */
function droppedIn(id: string, text: string): readonly string[] {
  const { tree } = resolveLayers({ id, text, files });
  if (tree === null) return [];
  const watched = watchTree(tree);
  const problems = problemList(id, { ...files, [id]: text });
  decodeScenario(watched.tree, problems);
  const reported = problems.all().map(({ path }) => path);
  return watched
    .unread()
    .map(({ path }) => path)
    .filter((path) => !reported.some((fault) => path === fault || path.startsWith(`${fault}.`)));
}

function faultsOf(plan: Plan): readonly string[] {
  const broken = plan.inputs.flatMap(({ key, distribution }) => {
    const fault = distributionFault(distribution);
    return fault === null ? [] : [`${key} ${fault}`];
  });
  const count = plan.generations.length;
  const indices = plan.deals.flatMap(({ mix, options }) => [
    ...(mix.kind === 'succession' ? [mix.first, ...mix.later.map(({ generation }) => generation)] : []),
    ...(mix.kind === 'schedule' || mix.kind === 'choice' ? mix.generations : []),
    ...options.map(({ generation }) => generation),
  ]);
  const isWhole = Number.isInteger(plan.months) && plan.months >= 1 && plan.months <= 360;
  return [
    ...broken,
    ...indices.filter((index) => index < 0 || index >= count).map((index) => `generation ${index}`),
    ...(isWhole ? [] : [`${plan.months} months`]),
  ];
}

describe('a damaged text', () => {
  it('is tried at least ten thousand times', () => {
    expect(texts.reduce((sum, [, text]) => sum + timesFor(text), 0)).toBeGreaterThanOrEqual(10_000);
  });

  it.each(texts)(
    'of %s is read without a crash, and compiles to a sound plan where it is accepted',
    (id, text) => {
      const random = randomWith(id.length * 7919);
      for (let i = 0; i < timesFor(text); i++) {
        const mutated = mutateText(text, random);
        const reading = readScenario({ id, text: mutated, files });
        if (reading.ok) expect(faultsOf(compileScenario(reading.value.scenario).plan), mutated).toEqual([]);
        else expect(reading.error.some(({ severity }) => severity === 'error')).toBe(true);
      }
    },
    300_000,
  );

  it.each(texts)(
    'of %s loses nothing in silence: every value is read or reported',
    (id, text) => {
      expect(droppedIn(id, text)).toEqual([]);
      const random = randomWith(id.length * 104_729);
      for (let i = 0; i < timesFor(text) / 4; i++) {
        const mutated = mutateText(text, random);
        expect(droppedIn(id, mutated), mutated).toEqual([]);
      }
    },
    300_000,
  );
});
