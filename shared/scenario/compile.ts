import type { Plan } from '#shared/engine/plan/plan.ts';
import { compileCustomer } from './compile/compile-customer.ts';
import { compileDeal } from './compile/compile-deal.ts';
import { formulaCompiler } from './compile/compile-formulas.ts';
import { compileGeneration } from './compile/compile-generation.ts';
import type { InputInfo } from './compile/input-info.ts';
import { partiesOf } from './compile/parties.ts';
import type { Slots } from './compile/slots.ts';
import { slotBook } from './compile/slots.ts';
import { readFormulas } from './formula/formula-book.ts';
import type { Scenario } from './scenario.ts';
import type { Value } from './value.ts';

/** A scenario in the engine's form, with what is known about every number in it. */
export interface Compiled {
  readonly plan: Plan;
  /** One for each slot, in the order of the slots. */
  readonly inputs: readonly InputInfo[];
}

/** Turns a scenario that has been read without errors into a plan. */
export function compileScenario(scenario: Scenario): Compiled {
  const slots = slotBook(scenario.shared);
  const parties = partiesOf(scenario);
  const book = readFormulas(scenario, () => undefined);
  const formulas = formulaCompiler(slots, scenario, book);
  const plan: Plan = {
    start: scenario.start,
    months: Math.round(plainNumber(scenario.horizon)),
    fiscalYearStart: scenario['fiscal-year-start'],
    seed: scenario.seed,
    sampling: {
      method: scenario.simulation.sampling,
      draws: scenario.simulation.draws,
      settleAt: plainNumber(scenario.simulation['settle-at']),
    },
    generations: scenario.generations.map((generation) => compileGeneration(slots, generation)),
    deals: scenario.deals.map((deal) =>
      compileDeal({ slots, scenario, parties, condition: formulas.milestone }, deal),
    ),
    customer: compileCustomer(slots, scenario.finances, parties.find(scenario.customer)),
    parties: parties.names,
    measures: formulas.measures(),
    checks: formulas.checks(),
    correlations: correlationsOf(slots, scenario),
    inputs: slots.inputs,
  };
  return { plan, inputs: slots.infos };
}

/** The value of a quantity that the table says must be certain. */
function plainNumber({ distribution }: Value): number {
  return distribution.kind === 'constant' ? distribution.value : Number.NaN;
}

/** Slots of correlated inputs; unknown ones have been reported before and are left out. */
function correlationsOf(slots: Slots, scenario: Scenario): Plan['correlations'] {
  return scenario.correlations.flatMap(([first, second, rank]) => {
    const a = slots.find(first.name);
    const b = slots.find(second.name);
    // A variant may have made one of the two certain; then nothing is left to move together.
    const areUncertain = [a, b].every(
      (slot) => slot !== null && slots.inputs[slot]?.distribution.kind !== 'constant',
    );
    return a === null || b === null || !areUncertain ? [] : [{ a, b, rank: plainNumber(rank) }];
  });
}
