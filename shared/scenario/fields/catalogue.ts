import { defaulted, optional, record, whole } from './field.ts';
import { scenarioShape } from './scenario.ts';

const { title, description, use, sources, generations, assumptions } = scenarioShape.fields;

/** A file that is only used by others: sources, generations and assumptions. */
export const catalogueShape = record({
  offtake: defaulted(whole(0, 1_000_000), '1', 'Version of the format.'),
  title: optional(title.shape, title.meaning, 'Chips of 2026'),
  description,
  use,
  sources,
  generations,
  assumptions,
});

/** Keys that only a scenario has; a file with one of them is a scenario, however it is named. */
const scenarioKeys: ReadonlySet<string> = new Set(
  Object.keys(scenarioShape.fields).filter((key) => !Object.hasOwn(catalogueShape.fields, key)),
);

/** Tells whether a file is a catalogue: not named as a scenario, and without anything that only a scenario has. */
export function isCatalogue(id: string, keys: readonly string[]): boolean {
  return !id.endsWith('.scenario.yaml') && keys.length > 0 && !keys.some((key) => scenarioKeys.has(key));
}
