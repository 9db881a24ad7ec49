import type { NameKind } from '#shared/engine/measure/definition.ts';
import { placeholders } from '#shared/engine/measure/definition.ts';
import { measureDefinitions } from '#shared/engine/measure/definitions.ts';
import { generationsIn } from '../compile/generations-in.ts';
import type { MeasureFacts } from '../expression/measure-name.ts';
import type { Deal, Scenario } from '../scenario.ts';
import type { Keyed } from '../value.ts';

/**
 * Lists every measure of the model that a scenario has, with its unit. The same list as the engine makes from a plan,
 * but from a scenario that may still have faults.
 */
export function measureNames(scenario: Scenario): Map<string, MeasureFacts> {
  const names = new Map<string, MeasureFacts>();
  for (const { id, unit, kind, each, ofDeal, ofAll } of measureDefinitions) {
    const add = (prefix: string, name: string): void => {
      const full = prefix + (each === undefined ? id : id.replace(placeholders[each], () => name));
      names.set(full, { unit });
      if (kind === 'flow') names.set(`${full}.cumulative`, { unit });
    };
    const perDeal = scenario.deals.map((deal) =>
      each === undefined ? [''] : namesInDeal(each, scenario, deal),
    );
    if (ofAll !== undefined) for (const name of namesOfAll(each, scenario, perDeal)) add('', name);
    if (ofDeal === undefined) continue;
    scenario.deals.forEach(({ key }, i) => {
      for (const name of perDeal[i] ?? []) add(`${key}.`, name);
    });
  }
  return names;
}

function namesOfAll(
  each: NameKind | undefined,
  scenario: Scenario,
  perDeal: readonly (readonly string[])[],
): readonly string[] {
  if (each === undefined) return [''];
  if (each === 'generation') return scenario.generations.map(({ key }) => key);
  return [...new Set(perDeal.flat())];
}

function namesInDeal(each: NameKind, scenario: Scenario, { value }: Keyed<Deal>): readonly string[] {
  switch (each) {
    case 'deal':
      return scenario.deals.map(({ key }) => key);
    case 'phase':
      return value.capacity.phases.map(({ key }) => key);
    case 'option':
      return value.options.map(({ key }) => key);
    case 'generation': {
      const bought = value.options.map((option) => option.value.generation?.name ?? option.key);
      return [...new Set([...generationsIn(scenario, value.mix), ...bought])];
    }
    case 'instrument':
      return value.capital.flatMap(({ key, value: instrument }) =>
        instrument.kind === 'facility'
          ? [key, ...(instrument.value.participation ?? []).map((round) => round.key)]
          : [key],
      );
    case 'facility':
      return value.capital.filter((item) => item.value.kind === 'facility').map(({ key }) => key);
  }
}
