import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { ComparisonAnswer } from '#shared/export/questions/answer.ts';
import { monthOf } from '#shared/export/questions/comparison-month.ts';
import type { ComparisonQuestion } from '#shared/export/questions/question.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { Grouping } from '#shared/scenario/compare/players.ts';
import { buildBridge } from '../../engine/compare/build-bridge.ts';
import type { KeyedSource } from '../../engine/keyed-source.ts';
import type { ModelJobs } from '../../engine/model-jobs.ts';
import type { Runner } from '../../engine/runner.ts';
import type { Stop } from '../../engine/stop.ts';
import type { OutcomesBook } from './outcomes-book.ts';

/** Scenarios that are set against the first, and what is known of them. */
export interface ComparisonContext {
  readonly runner: Runner<ModelJobs>;
  readonly base: KeyedSource;
  readonly others: readonly KeyedSource[];
  readonly stop: Stop;
  readonly usualMeasure: string;
  /** The last month that each of the others has in common with the base. */
  readonly lastMonths: readonly YearMonth[];
  /** False where no draws are wanted at all: bridges are then central. */
  readonly hasDraws: boolean;
  readonly outcomes: OutcomesBook;
}

/** Asks the engine what a page wants to know of several scenarios. */
export async function answerComparison(
  question: ComparisonQuestion,
  context: ComparisonContext,
): Promise<Outcome<ComparisonAnswer, Fault>> {
  switch (question.kind) {
    case 'outcomes':
    case 'overlay':
    case 'multiples':
    case 'difference':
    case 'milestones': {
      const outcomes = await context.outcomes.of(question);
      return outcomes.ok ? ok({ kind: 'outcomes', outcomes: outcomes.value }) : outcomes;
    }
    case 'bridge':
      return bridges(question, question.by ?? 'input', question.statistic ?? 'central', context);
    case 'beliefs':
      return bridges(question, 'tag', question.statistic ?? 'central', context);
    case 'corners':
      return corners(question, context);
    case 'differences':
      return differences(question, context);
  }
}

interface Figure {
  readonly of: string | null;
  readonly at: string | null;
}

async function bridges(
  asked: Figure,
  by: Grouping,
  statistic: BridgeStatistic,
  context: ComparisonContext,
): Promise<Outcome<ComparisonAnswer, Fault>> {
  // Deals and themes are sums of inputs: the bridge by input serves them all.
  const grouping = by === 'tag' ? 'tag' : 'input';
  const found = await forEachOther(context, asked, ({ base, other, figure }) =>
    buildBridge(
      context.runner,
      { base, other, figure, grouping, statistic: context.hasDraws ? statistic : 'central' },
      { stop: context.stop, onProgress: () => undefined },
    ),
  );
  return found.ok ? ok({ kind: 'bridges', bridges: found.value }) : found;
}

async function corners(asked: Figure, context: ComparisonContext): Promise<Outcome<ComparisonAnswer, Fault>> {
  const found = await forEachOther(context, asked, ({ base, other, figure }) =>
    context.runner.run(
      'corners',
      { base, other, figure, grouping: 'tag', draws: 0 },
      { stop: context.stop, urgency: 'now' },
    ),
  );
  return found.ok ? ok({ kind: 'corners', corners: found.value }) : found;
}

async function differences(
  asked: Figure,
  context: ComparisonContext,
): Promise<Outcome<ComparisonAnswer, Fault>> {
  const { runner, stop } = context;
  const found = await forEachOther(context, asked, async ({ base, other, figure }) => {
    const differ = await runner.run('differ', { base, other }, { stop, urgency: 'now' });
    if (!differ.ok) return differ;
    const bridge = await buildBridge(
      runner,
      { base, other, figure, grouping: 'input', statistic: 'central' },
      { stop, onProgress: () => undefined },
    );
    const known: Bridge | null = bridge.ok ? bridge.value : null;
    return ok({ differences: differ.value.differences, bridge: known });
  });
  return found.ok ? ok({ kind: 'differences', others: found.value }) : found;
}

interface PairQuestion {
  readonly base: KeyedSource;
  readonly other: KeyedSource;
  readonly figure: { readonly measure: string; readonly at: YearMonth };
}

/** Asks the same of each of the others; null where one has no answer, and a fault where none has. */
async function forEachOther<T>(
  { base, others, usualMeasure, lastMonths, stop }: ComparisonContext,
  { of, at }: Figure,
  ask: (pair: PairQuestion) => Promise<Outcome<T, Fault>>,
): Promise<Outcome<readonly (T | null)[], Fault>> {
  const found: (T | null)[] = [];
  let fault: Fault | null = null;
  for (const [place, other] of others.entries()) {
    if (stop.isStopped()) return fail(stop.reason());
    const month = at === null ? lastMonths[place] : monthOf(at);
    if (month === undefined) {
      found.push(null);
      continue;
    }
    const answer = await ask({ base, other, figure: { measure: of ?? usualMeasure, at: month } });
    found.push(answer.ok ? answer.value : null);
    if (!answer.ok) fault ??= answer.error;
  }
  return fault !== null && found.every((one) => one === null) ? fail(fault) : ok(found);
}
