import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { ComparisonCalls } from '#shared/contract/comparison.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { buildBridge } from '../engine/compare/build-bridge.ts';
import { compareOutcomes } from '../engine/compare/compare-outcomes.ts';
import type { KeyedSource } from '../engine/keyed-source.ts';
import { createStop, type Stop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handlers that set scenarios against one another. A new question of a kind takes the place of the one before. */
export function comparisonHandlers(context: SessionContext): Pick<Handlers, keyof ComparisonCalls> {
  const { runner, latest, tickets, emit } = context;

  function during<T>(
    kind: string,
    ticket: number,
    task: (stop: Stop) => Promise<Outcome<T, Fault>>,
  ): Promise<Outcome<T, Fault>> {
    const stop = createStop();
    return tickets.during(ticket, stop, () => latest.run(kind, stop, () => task(stop)));
  }

  return {
    'compare.inputs': async ({ base, others }) => {
      const found: (readonly InputDifference[])[] = [];
      const measures = new Map<string, MeasureInfo>();
      for (const other of others) {
        const differences = await runner.run(
          'differ',
          { base: keyed(base), other: keyed(other) },
          { urgency: 'now' },
        );
        if (!differences.ok) return fail(differences.error);
        found.push(differences.value.differences);
        for (const info of differences.value.measures) measures.set(info.id, info);
      }
      return ok({ others: found, measures: [...measures.values()] });
    },
    'compare.outcomes': ({ ticket, scenarios, base, measures, at, focus, draws }) =>
      during('comparison', ticket, (stop) =>
        compareOutcomes(
          runner,
          {
            scenarios: scenarios.map(keyed),
            base,
            measures,
            at: at?.map(monthOf) ?? null,
            focus: focus && { measure: focus.measure, at: focus.at === null ? null : monthOf(focus.at) },
            draws,
          },
          {
            stop,
            now: () => performance.now(),
            onRound: (outcomes) => {
              if (!stop.isStopped()) emit('compare.progress', { ticket, outcomes });
            },
          },
        ),
      ),
    'compare.bridge': ({ ticket, base, other, measure, at, grouping, statistic, draws }) =>
      during(`bridge ${statistic} ${grouping} ${other.id}`, ticket, (stop) =>
        buildBridge(
          runner,
          {
            base: keyed(base),
            other: keyed(other),
            figure: { measure, at: monthOf(at) },
            grouping,
            statistic,
            draws,
          },
          {
            stop,
            onProgress: (fraction) => {
              if (!stop.isStopped()) emit('work.progress', { ticket, fraction, what: 'bridge' });
            },
          },
        ),
      ),
    'compare.corners': ({ ticket, base, other, measure, at }) =>
      during('corners', ticket, (stop) =>
        runner.run(
          'corners',
          {
            base: keyed(base),
            other: keyed(other),
            figure: { measure, at: monthOf(at) },
            grouping: 'tag',
            draws: 0,
          },
          { stop, urgency: 'now' },
        ),
      ),
  };
}

function keyed(source: ScenarioSource): KeyedSource {
  return { hash: hashSource(source), source };
}

/** Reads a month whose form has been checked at the door. */
function monthOf(text: string): YearMonth {
  const [year, month] = text.split('-').map(Number);
  return { year: year ?? Number.NaN, month: month ?? Number.NaN };
}
