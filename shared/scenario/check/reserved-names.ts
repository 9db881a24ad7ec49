import type { NameKind } from '#shared/engine/measure/definition.ts';
import { placeholders } from '#shared/engine/measure/definition.ts';
import { measureDefinitions } from '#shared/engine/measure/definitions.ts';

/** First words of measure ids, and the word that may stand before them: a deal of that name could not be told apart. */
export const wordsOfTheModel: ReadonlySet<string> = new Set([
  'deals',
  ...measureDefinitions.map(({ id }) => id.split('.')[0] ?? id),
]);

const fixedIds: ReadonlySet<string> = new Set(
  measureDefinitions.flatMap(({ id, kind, each }) => [
    ...(each === undefined ? [id] : []),
    ...(kind === 'flow' ? [`${id}.cumulative`] : []),
  ]),
);

/** Finds the measure that a name of a kind would collide with, or null: `per-gw-year` beside `price.GEN`. */
export function takenBy(kind: NameKind, name: string): string | null {
  if (name === 'cumulative') return `the running sum of a measure`;
  for (const { id, each } of measureDefinitions) {
    if (each !== kind) continue;
    const full = id.replace(placeholders[kind], () => name);
    if (fixedIds.has(full)) return full;
  }
  return null;
}
