import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { type BookSize, dealBook, fullSize } from './deal-book.ts';

/** The files a shipped scenario may build on. */
function catalogue(): Record<string, string> {
  const folder = join('scenarios', 'catalogue');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`catalogue/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The scenario that opens in the first minute. */
export function baseDeal(): ScenarioSource {
  const id = 'amazon-anthropic.scenario.yaml';
  return { id, text: readFileSync(join('scenarios', id), 'utf8'), files: catalogue() };
}

/** The synthetic deal book, in full or of another size. */
export function fullBook(size: Partial<BookSize> = {}): ScenarioSource {
  return { id: 'deal-book.scenario.yaml', text: dealBook({ ...fullSize, ...size }), files: {} };
}

/** Reads and compiles; a scenario of the bench has no faults. */
export function planOf(source: ScenarioSource): Plan {
  const reading = readScenario(source);
  invariant(reading.ok, `${source.id} reads: ${reading.ok ? '' : JSON.stringify(reading.error[0])}`);
  return compileScenario(reading.value.scenario).plan;
}

/** The same text with a change that no cache has seen. */
export function edited(source: ScenarioSource, edit: number): ScenarioSource {
  return { ...source, text: `${source.text}\n# edit ${edit}\n` };
}
