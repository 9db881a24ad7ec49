import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SensitivityInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SensitivityResult } from '#shared/view/analysis/answers.ts';
import { type AnalysisWork, ask } from './analysis-work.ts';
import { rankEffects } from './rank-effects.ts';
import { tornadoEffects } from './tornado-effects.ts';
import { varianceEffects } from './variance-effects.ts';

/** Finds which uncertain inputs a measure depends on, by the method asked for. */
export async function sensitivity(
  work: AnalysisWork,
  { of, at, method, isByMonth, rows }: Omit<SensitivityInput, 'ticket' | 'scenario'>,
): Promise<Outcome<SensitivityResult, Fault>> {
  const question = await ask(work, of, at);
  if (!question.ok) return question;
  const { facts, month } = question.value;
  const inputs = facts.uncertain.flatMap((slot) => facts.notes[slot] ?? []);
  if (inputs.length === 0) {
    const message = 'No input of the scenario is uncertain, so nothing can be said of sensitivity.';
    return fail({ kind: 'refused', message });
  }
  const about = { of, at: month, inputs, tied: facts.tied };
  switch (method) {
    case 'rank': {
      const effects = await rankEffects(work, of, month, isByMonth ? everyMonth(facts.months, 1) : []);
      return effects.ok ? ok({ method, ...about, ...effects.value }) : effects;
    }
    case 'tornado': {
      const effects = await tornadoEffects(work, of, month, isByMonth ? everyMonth(facts.months, 1) : []);
      return effects.ok ? ok({ method, ...about, ...effects.value }) : effects;
    }
    case 'sobol': {
      const months = isByMonth ? everyMonth(facts.months, 3) : [];
      const effects = await varianceEffects(work, facts, of, month, months, rows);
      return effects.ok ? ok({ method, ...about, ...effects.value }) : effects;
    }
  }
}

/** Every month, or every so many counted back from the last. */
function everyMonth(months: number, step: number): number[] {
  const chosen: number[] = [];
  for (let month = months - 1; month >= 0; month -= step) chosen.unshift(month);
  return chosen;
}
