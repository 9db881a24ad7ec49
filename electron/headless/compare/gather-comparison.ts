import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { monthCode } from '#shared/view/calendar.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';

/** A scenario of a comparison, as the command line names it. */
export interface ComparedFile {
  readonly file: string;
  readonly source: ScenarioSource;
  readonly run: ProjectionResult;
}

/** What is to be compared, after every word of the command has been understood. */
export interface ComparisonWish {
  readonly files: readonly ComparedFile[];
  readonly measures: readonly string[];
  readonly at: readonly YearMonth[];
  /** The figure that orders the inputs and, where asked for, is explained. */
  readonly measure: string;
  readonly bridgeAt: YearMonth;
  readonly statistic: BridgeStatistic;
  readonly draws: number | undefined;
  readonly bridgeDraws: number | undefined;
}

/** Everything a comparison says. */
export interface Comparison {
  readonly outcomes: ComparisonOutcomes;
  /** By scenario after the base. */
  readonly inputs: readonly (readonly InputDifference[])[];
  readonly bridges: readonly Bridge[];
}

/** The one ticket of the command: stopping it stops whatever is under way. */
export const ticket = 1;

/** Asks for the parts of a comparison one after another. */
export async function gatherComparison(
  handlers: Handlers,
  wish: ComparisonWish,
): Promise<Outcome<Comparison, Fault>> {
  const [base, ...others] = wish.files;
  if (base === undefined) return fail({ kind: 'refused', message: 'A comparison needs a base.' });
  const sources = others.map(({ source }) => source);
  const inputs = await handlers['compare.inputs']({ base: base.source, others: sources });
  if (!inputs.ok) return inputs;
  const outcomes = await handlers['compare.outcomes']({
    ticket,
    scenarios: wish.files.map(({ source }) => source),
    base: 0,
    measures: wish.measures,
    at: wish.at.map(monthCode),
    focus: null,
    ...(wish.draws === undefined ? {} : { draws: wish.draws }),
  });
  if (!outcomes.ok) return outcomes;
  const bridges: Bridge[] = [];
  for (const other of sources) {
    const bridge = await handlers['compare.bridge']({
      ticket,
      base: base.source,
      other,
      measure: wish.measure,
      at: monthCode(wish.bridgeAt),
      grouping: 'input',
      statistic: wish.statistic,
      ...(wish.bridgeDraws === undefined ? {} : { draws: wish.bridgeDraws }),
    });
    if (!bridge.ok) return bridge;
    bridges.push(bridge.value);
  }
  return ok({ outcomes: outcomes.value, inputs: inputs.value.others, bridges });
}
