import { invariant } from '../../base/assert.ts';
import type { MeasureFinder } from '../block/block.ts';
import type { Plan } from '../plan/plan.ts';
import type { MeasureInfo } from '../projection.ts';
import { customEntries } from './custom.ts';
import { measureDefinitions } from './definitions.ts';
import { dealEntries, type MeasureEntry, totalEntries } from './entry.ts';

/** Lists every measure of a plan by id: totals, then deals, then the scenario's own; flows followed by their sums. */
export function measureEntries(plan: Plan): ReadonlyMap<string, MeasureEntry> {
  const entries = new Map<string, MeasureEntry>();
  const add = (entry: MeasureEntry): void => {
    if (!entries.has(entry.info.id)) entries.set(entry.info.id, entry);
  };
  for (const definition of measureDefinitions) totalEntries(plan, definition).forEach(add);
  for (const deal of plan.deals) {
    for (const definition of measureDefinitions) dealEntries(plan, definition, deal).forEach(add);
  }
  for (const measure of plan.measures) customEntries(measure, (id) => entries.get(id)).forEach(add);
  return entries;
}

/** Describes every measure a plan has, in the order of the catalogue. */
export function measureCatalogue(plan: Plan): readonly MeasureInfo[] {
  return [...measureEntries(plan).values()].map((entry) => entry.info);
}

/** Makes the entries of a plan findable by the rules of a block. */
export function finderOf(entries: ReadonlyMap<string, MeasureEntry>): MeasureFinder {
  const entryOf = (id: string): MeasureEntry => {
    const entry = entries.get(id);
    invariant(entry !== undefined, `the plan has a measure ${id}`);
    return entry;
  };
  return {
    stageOf: (id) => entryOf(id).stage,
    kindOf: (id) => entryOf(id).info.kind,
    find: (block, id) => entryOf(id).find(block),
  };
}
