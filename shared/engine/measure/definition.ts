import type { Block, Lanes } from '../block/block.ts';
import type { DealPlan } from '../plan/deal.ts';
import type { MeasureKind } from '../projection.ts';

/** What the last, capitalised part of a measure's id stands for. */
export type NameKind = 'generation' | 'phase' | 'option' | 'instrument' | 'facility' | 'deal';

/**
 * A family of measures: what they mean, and which rule computes them. Ids and texts may hold one placeholder (`GEN`,
 * `PHASE`, `OPTION`, `KEY`, `DEAL`), replaced by each name of its kind.
 */
export interface MeasureDefinition {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly meaning: string;
  readonly formula: string;
  /** Ids of the same scope whose roll-ups divide to the roll-up of a ratio. */
  readonly quotient?: { readonly of: string; readonly by: string };
  /** Of those in `month`: true where the month meant begins at the value; elsewhere it ends there. */
  readonly isBeginning?: true;
  /** What the placeholder stands for; none where the id is complete. */
  readonly each?: NameKind;
  /** True where the money of a month must have moved before the measure is known. */
  readonly isAfterCapital?: boolean;
  /** Computes it for one deal; none where only the total has a meaning. */
  readonly ofDeal?: (block: Block, deal: DealPlan, name: string) => Lanes;
  /** Computes the total: the sum over deals, or in its own way; none where only a deal has it. */
  readonly ofAll?: 'sum' | ((block: Block, name: string) => Lanes);
}

/** The placeholder of each kind of name. */
export const placeholders: Readonly<Record<NameKind, string>> = {
  generation: 'GEN',
  phase: 'PHASE',
  option: 'OPTION',
  instrument: 'KEY',
  facility: 'KEY',
  deal: 'DEAL',
};
