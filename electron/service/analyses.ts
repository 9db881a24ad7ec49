import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { AnalysisCalls } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { actuals } from '../engine/analysis/actuals.ts';
import type { AnalysisWork } from '../engine/analysis/analysis-work.ts';
import { distribution } from '../engine/analysis/distribution.ts';
import { seekInput } from '../engine/analysis/seek-input.ts';
import { sensitivity } from '../engine/analysis/sensitivity.ts';
import { sourceEffects } from '../engine/analysis/source-effects.ts';
import { sweepInputs } from '../engine/analysis/sweep-inputs.ts';
import type { Lease } from '../engine/draw-memory.ts';
import { createStop } from '../engine/stop.ts';
import { drawsFor } from './draws-for.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

interface Asked {
  readonly ticket: number;
  readonly scenario: ScenarioSource;
}

/** Makes the handlers of the analyses. A new one of a kind takes the place of the one before, unless they are kept apart. */
export function analysisHandlers(context: SessionContext): Pick<Handlers, keyof AnalysisCalls> {
  const { runner, latest, tickets, emit } = context;

  function during<T>(
    kind: string,
    { ticket, scenario }: Asked,
    task: (work: AnalysisWork) => Promise<Outcome<T, Fault>>,
    apart = '',
  ): Promise<Outcome<T, Fault>> {
    const stop = createStop();
    const onProgress = (fraction: number): void => {
      if (!stop.isStopped()) emit('work.progress', { ticket, fraction, what: kind });
    };
    const keyed = { hash: hashSource(scenario), source: scenario };
    const claims: Lease[] = [];
    const drawsOf: AnalysisWork['drawsOf'] = async (measures) => {
      const drawn = await drawsFor(context, keyed, measures, stop, (fraction) => onProgress(fraction));
      if (drawn.ok) claims.push(drawn.value.lease);
      return drawn;
    };
    const work = { runner, scenario: keyed, stop, onProgress, drawsOf };
    return tickets.during(ticket, stop, () =>
      latest
        .run(`${kind} ${apart} ${scenario.id}`, stop, () => task(work))
        .finally(() => {
          for (const claim of claims) claim.release();
        }),
    );
  }

  return {
    'analysis.inputs': (input) =>
      during('inputs', input, async ({ scenario, stop }) => {
        const facts = await runner.run('facts', { scenario, of: null }, { stop, urgency: 'now' });
        if (!facts.ok) return fail(facts.error);
        const { notes, fixed } = facts.value;
        const isFixed = new Set(fixed);
        return ok({ inputs: notes.filter((_, slot) => !isFixed.has(slot)) });
      }),
    'analysis.sensitivity': (input) =>
      // The lenses of the text ask about one month, the panel about all: neither takes the place of the other.
      during('sensitivity', input, (work) => sensitivity(work, input), input.isByMonth ? 'by month' : ''),
    'analysis.seek': (input) => during('goal seek', input, (work) => seekInput(work, input)),
    'analysis.sweep': (input) => during('sweep', input, (work) => sweepInputs(work, input)),
    'analysis.distribution': (input) =>
      // The panel and the chart above it may ask at once.
      during('distribution', input, (work) => distribution(work, input), `${input.of} ${input.at}`),
    'analysis.actuals': (input) => during('actuals', input, (work) => actuals(work, input)),
    'analysis.sources': (input) => during('sources', input, (work) => sourceEffects(work, input)),
  };
}
