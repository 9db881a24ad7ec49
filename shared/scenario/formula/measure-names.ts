import { generationsIn } from '../compile/generations-in.ts';
import type { MeasureFacts } from '../expression/measure-name.ts';
import type { Deal, Scenario } from '../scenario.ts';
import { recent } from '../text/recent.ts';
import type { Keyed } from '../value.ts';
import type { DealNames, NamesInMeasures } from './expand-measures.ts';
import { expandMeasures } from './expand-measures.ts';

/**
 * Lists every measure of the model that a scenario has, with its unit. The same list as the engine makes from a plan,
 * but from a scenario that may still have faults.
 */
export function measureNames(scenario: Scenario): Map<string, MeasureFacts> {
  const names = {
    generations: scenario.generations.map(({ key }) => key),
    deals: scenario.deals.map((deal) => namesIn(scenario, deal)),
  };
  return new Map(expanded.get('', JSON.stringify(names), () => factsOf(names)));
}

/** While figures are edited the names stay the same, and with them the measures. */
const expanded = recent<readonly (readonly [id: string, facts: MeasureFacts])[]>(8);

function factsOf(names: NamesInMeasures): readonly (readonly [id: string, facts: MeasureFacts])[] {
  return expandMeasures(names).map(({ id, unit }) => [id, { unit }]);
}

function namesIn(scenario: Scenario, { key, value }: Keyed<Deal>): DealNames {
  const bought = value.options.map((option) => option.value.generation?.name ?? option.key);
  return {
    key,
    generation: [...new Set([...generationsIn(scenario, value.mix), ...bought])],
    phase: value.capacity.phases.map((phase) => phase.key),
    option: value.options.map((option) => option.key),
    instrument: value.capital.flatMap((item) =>
      item.value.kind === 'facility'
        ? [item.key, ...(item.value.value.participation ?? []).map((round) => round.key)]
        : [item.key],
    ),
    facility: value.capital.filter((item) => item.value.kind === 'facility').map((item) => item.key),
  };
}
