import type { NameKind } from '#shared/engine/measure/definition.ts';
import { placeholders } from '#shared/engine/measure/definition.ts';
import { measureDefinitions } from '#shared/engine/measure/definitions.ts';

/** The names that measure ids are made of, by deal and in all. */
export interface NamesInMeasures {
  readonly generations: readonly string[];
  readonly deals: readonly DealNames[];
}

export interface DealNames {
  readonly key: string;
  readonly generation: readonly string[];
  readonly phase: readonly string[];
  readonly option: readonly string[];
  readonly instrument: readonly string[];
  readonly facility: readonly string[];
}

/** A measure that some names give. */
export interface NamedMeasure {
  readonly id: string;
  readonly unit: string;
  readonly label: string;
  readonly meaning: string;
}

/** Lists every measure that a scenario with these names has, in the order of the engine's catalogue. */
export function expandMeasures(names: NamesInMeasures): readonly NamedMeasure[] {
  const measures: NamedMeasure[] = [];
  for (const { id, unit, label, meaning, kind, each, ofDeal, ofAll } of measureDefinitions) {
    const add = (prefix: string, name: string): void => {
      const fill = (text: string): string =>
        each === undefined ? text : text.replace(placeholders[each], () => name);
      const full = prefix + fill(id);
      measures.push({ id: full, unit, label: fill(label), meaning: fill(meaning) });
      if (kind !== 'flow') return;
      measures.push({
        id: `${full}.cumulative`,
        unit,
        label: `${fill(label)}, cumulative`,
        meaning: `Sum since the start. ${fill(meaning)}`,
      });
    };
    if (ofAll !== undefined) for (const name of namesOfAll(each, names)) add('', name);
    if (ofDeal === undefined) continue;
    for (const deal of names.deals)
      for (const name of namesOfDeal(each, names, deal)) add(`${deal.key}.`, name);
  }
  return measures;
}

function namesOfAll(each: NameKind | undefined, names: NamesInMeasures): readonly string[] {
  if (each === 'generation') return names.generations;
  if (each === undefined || each === 'deal')
    return each === undefined ? [''] : names.deals.map(({ key }) => key);
  return [...new Set(names.deals.flatMap((deal) => namesOfDeal(each, names, deal)))];
}

function namesOfDeal(each: NameKind | undefined, names: NamesInMeasures, deal: DealNames): readonly string[] {
  if (each === undefined) return [''];
  return each === 'deal' ? names.deals.map(({ key }) => key) : deal[each];
}
