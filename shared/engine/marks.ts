import type { Block } from './block/block.ts';
import type { DealPlan } from './plan/deal.ts';
import type { Plan } from './plan/plan.ts';
import type { Mark } from './projection.ts';
import { phasePowers } from './step/capacity/phase-power.ts';
import { facilityExpiry } from './step/capital/facility-expiry.ts';
import { facilitiesOf } from './step/capital/facility-plan.ts';
import { optionExercises } from './step/options/exercise.ts';

/** Reads the series of a measure of the finished central path. */
type Series = (id: string) => Float64Array;

/**
 * Sets up the marks of a central path: what happens when. The function it returns reads them off after the run, in order of
 * time; only what happens within the horizon is marked.
 */
export function markReader(block: Block, plan: Plan): (series: Series) => readonly Mark[] {
  const readers = plan.deals.map((deal) => dealMarks(block, deal));
  const generations = plan.generations.map(({ key, available }) => ({ key, month: block.input(available) }));
  return (series) =>
    [
      ...readers.flatMap((read) => read(series)),
      ...generations.map(
        ({ key, month }): Mark => ({ kind: 'generation', key, deal: null, month: month[0] }),
      ),
    ]
      .filter((mark) => mark.month >= 0 && mark.month <= plan.months)
      .sort((a, b) => a.month - b.month);
}

function dealMarks(block: Block, deal: DealPlan): (series: Series) => readonly Mark[] {
  const phases = block.use(phasePowers, deal);
  const options = block.use(optionExercises, deal);
  const facilities = facilitiesOf(deal).map(({ key }, f) => ({
    key,
    expiry: block.use(facilityExpiry, facilitiesOf(deal)[f]),
  }));
  const cancelled = phases.map(({ phase }) => block.input(phase.isCancelled));
  const mark = (kind: Mark['kind'], key: string, month: number): Mark => ({
    kind,
    key,
    deal: deal.key,
    month,
  });
  return (series) => {
    const own = (id: string): Float64Array => series(`${deal.key}.${id}`);
    const marks: Mark[] = [];
    phases.forEach(({ phase, start }, p) => {
      if (cancelled[p][0] < 0.5) marks.push(mark('phase', phase.key, start[0]));
    });
    for (const instrument of deal.capital.instruments) {
      const keys =
        instrument.kind === 'facility'
          ? [instrument.key, ...instrument.participations.map((round) => round.key)]
          : [instrument.key];
      const kind = instrument.kind === 'facility' ? 'facility' : 'tranche';
      for (const key of keys)
        marks.push(mark(key === instrument.key ? kind : 'tranche', key, own(`capital.month.${key}`)[0]));
    }
    for (const { key, expiry } of facilities) marks.push(mark('facility', `${key}.expires`, expiry[0]));
    for (const { option, exercisedAt } of options) marks.push(mark('option', option.key, exercisedAt[0]));
    marks.push(
      mark(
        'ceiling',
        'ceiling',
        own('capacity.clipped').findIndex((power) => power > 0),
      ),
    );
    marks.push(mark('commitment', 'met', own('commitment.met-month')[0]));
    marks.push(mark('payback', 'payback', own('provider.payback-month')[0]));
    return marks;
  };
}
