import { invariant } from '../../base/assert.ts';
import type { Block, MeasureSource, MeasureStage } from '../block/block.ts';
import { cumulativeOf, sumOf, sumOfOutcomes } from '../lanes/arithmetic.ts';
import type { DealPlan } from '../plan/deal.ts';
import type { Plan } from '../plan/plan.ts';
import type { MeasureInfo } from '../projection.ts';
import { type MeasureDefinition, placeholders } from './definition.ts';
import { namesOf } from './names.ts';

/** One measure of a plan: what it is, when it is known, and how a block computes it. */
export interface MeasureEntry {
  readonly info: MeasureInfo;
  readonly stage: MeasureStage;
  readonly find: (block: Block) => MeasureSource;
}

/** Lists the totals of a definition in a plan, one for each name it stands for. */
export function totalEntries(plan: Plan, definition: MeasureDefinition): readonly MeasureEntry[] {
  const { ofAll, ofDeal } = definition;
  if (ofAll === undefined) return [];
  return namesIn(definition, plan, null).flatMap((name) => {
    const find = (block: Block): MeasureSource => {
      if (ofAll !== 'sum') return { kind: 'cell', lanes: ofAll(block, name) };
      invariant(ofDeal !== undefined, `the sum of ${definition.id} has parts`);
      const deals = plan.deals.filter((deal) => namesIn(definition, plan, deal).includes(name));
      const id = fill(definition, definition.id, name);
      const parts = deals.map((deal) => block.measure(`${deal.key}.${id}`));
      const sum = definition.kind === 'outcome' ? sumOfOutcomes : sumOf;
      return { kind: 'cell', lanes: sum(block, parts) };
    };
    return withTwin({ info: infoOf(definition, name, ''), stage: stageOf(definition), find });
  });
}

/** Lists the measures of a definition in one deal, one for each name it stands for. */
export function dealEntries(
  plan: Plan,
  definition: MeasureDefinition,
  deal: DealPlan,
): readonly MeasureEntry[] {
  const { ofDeal } = definition;
  if (ofDeal === undefined) return [];
  return namesIn(definition, plan, deal).flatMap((name) =>
    withTwin({
      info: infoOf(definition, name, `${deal.key}.`),
      stage: stageOf(definition),
      find: (block) => ({ kind: 'cell', lanes: ofDeal(block, deal, name) }),
    }),
  );
}

/** Adds the running sum of a flow, known by the same id with `.cumulative`. */
export function withTwin(entry: MeasureEntry): readonly MeasureEntry[] {
  if (entry.info.kind !== 'flow') return [entry];
  return [
    entry,
    {
      info: twinOf(entry.info),
      stage: entry.stage,
      find: (block) => ({ kind: 'cell', lanes: cumulativeOf(block, block.measure(entry.info.id)) }),
    },
  ];
}

/** Describes the running sum of a flow. */
export function twinOf(flow: MeasureInfo): MeasureInfo {
  return {
    id: `${flow.id}.cumulative`,
    label: `${flow.label}, cumulative`,
    unit: flow.unit,
    kind: 'stock',
    meaning: `Sum since the start. ${flow.meaning}`,
    formula: `Σ ${flow.id}`,
  };
}

/** Describes a measure of a definition for a name, with the prefix of its deal (empty for totals). */
export function infoOf(definition: MeasureDefinition, name: string, prefix: string): MeasureInfo {
  const { quotient, isBeginning } = definition;
  const text = (template: string): string => fill(definition, template, name);
  const info: MeasureInfo = {
    id: prefix + text(definition.id),
    label: text(definition.label),
    unit: definition.unit,
    kind: definition.kind,
    meaning: text(definition.meaning),
    formula: text(definition.formula),
    ...(isBeginning === undefined ? {} : { isBeginning }),
  };
  if (quotient === undefined) return info;
  return { ...info, quotient: { of: prefix + text(quotient.of), by: prefix + text(quotient.by) } };
}

function stageOf(definition: MeasureDefinition): MeasureStage {
  if (definition.kind === 'outcome') return 'at-end';
  return definition.isAfterCapital === true ? 'after-capital' : 'before-capital';
}

function namesIn(definition: MeasureDefinition, plan: Plan, deal: DealPlan | null): readonly string[] {
  return definition.each === undefined ? [''] : namesOf(definition.each, plan, deal);
}

function fill(definition: MeasureDefinition, template: string, name: string): string {
  return definition.each === undefined
    ? template
    : template.replace(placeholders[definition.each], () => name);
}
