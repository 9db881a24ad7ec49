import { inspectScenario } from '#shared/scenario/read.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { hashSource } from '../../../electron/service/hash-source.ts';
import { mutateText } from '../../support/mutate-text.ts';
import { type Dictionary, hostileValues } from './dictionary.ts';
import type { Random } from './grammar.ts';
import { must, type Target } from './target.ts';

const id = 'fuzzed.scenario.yaml';
const fileId = 'seen.csv';
const text = `offtake: 1
title: Measured
customer: Anthropic
currency: USD
start: 2026-01
horizon: 12 months
seed: 7
generations:
  chip: { available: 2025-01, peak: { bf16: 1 PFLOP/s }, it-power: 1000 W, price: { list: $2/chip-hour } }
deals:
  cloud:
    provider: Cloud
    commitment: { amount: $12B, begins: 2026-01, term: 12 months }
    capacity: { ceiling: 2 GW, phases: { first: { power: 1 GW, energise: 2025-12 } } }
    mix: chip
actuals: ${fileId}
`;
const control = { isCancelled: () => false, report: () => undefined };
const honest: readonly string[] = [
  '2026-03',
  '2026-06',
  'capacity.online',
  'spend.billed.cumulative',
  '980 MW',
  '$9B',
];

/** Tables of what was measured, as strangers mail them: every cell honest or hostile, rows of any length, quotes anywhere. */
export function observationTarget(words: Dictionary): Target {
  const performers = createModelPerformers();
  const cell = (random: Random): string => {
    const from = random() < 0.6 ? honest : random() < 0.7 ? hostileValues : words.values;
    const value = from[Math.floor(random() * from.length)] ?? '';
    return random() < 0.2 ? `"${value.replaceAll('"', random() < 0.5 ? '""' : '"')}"` : value;
  };
  const table = (random: Random): string => {
    const between = random() < 0.7 ? ',' : random() < 0.5 ? ';' : '\t';
    const row = (): string => Array.from({ length: 1 + random() * 4 }, () => cell(random)).join(between);
    const head = random() < 0.9 ? ['date', 'measure', 'value'].join(between) : row();
    return [head, ...Array.from({ length: random() * 12 }, row)].join(random() < 0.8 ? '\n' : '\r\n');
  };
  return {
    name: 'observations',
    make: (random, earlier) =>
      mutateText(earlier !== null && random() < 0.5 ? earlier : table(random), random),
    attempt: (csv) => {
      const source = { id, text, files: { [fileId]: csv } };
      const { scenario, problems } = inspectScenario(source);
      for (const { file, from, to } of problems) {
        const length = file === fileId ? csv.length : text.length;
        must(from >= 0 && to >= from && to <= length, `a problem at ${from}–${to} of ${length} in ${file}`);
      }
      must(!('polluted' in {}), 'a table that reached the prototype of everything');
      if (scenario === null || problems.some(({ severity }) => severity === 'error'))
        return [...new Set(problems.map(({ code }) => code))].sort().join(' ');
      const scenarioOf = { hash: hashSource(source), source };
      const reply = performers.project({ scenario: scenarioOf, known: [] }, control);
      must(reply.ok || reply.error.kind !== 'internal', 'a projection that broke');
      return `computed ${reply.ok ? 'well' : reply.error.kind}`;
    },
  };
}
