import type { capacityShape, phaseShape } from './fields/capacity.ts';
import type { instrumentShape } from './fields/capital.ts';
import type { commitmentShape } from './fields/commitment.ts';
import type { dealShape } from './fields/deal.ts';
import type { Decoded } from './fields/decoded.ts';
import type { economicsShape } from './fields/economics.ts';
import type { financesShape } from './fields/finances.ts';
import type { generationShape } from './fields/generation.ts';
import type { mixShape } from './fields/mix.ts';
import type { optionShape } from './fields/options.ts';
import type { scenarioShape } from './fields/scenario.ts';
import type { Value } from './value.ts';

/** A scenario as decoded from its text: every field of the table, with defaults filled in. */
export interface Scenario extends Decoded<typeof scenarioShape> {
  /** Assumptions that are used, resolved to quantities; they share one slot with everything that refers to them. */
  readonly shared: ReadonlyMap<string, Value>;
  /** Every quantity, written and default, in the order of the file. */
  readonly inputs: readonly Value[];
}

export type Deal = Decoded<typeof dealShape>;
export type Generation = Decoded<typeof generationShape>;
export type Capacity = Decoded<typeof capacityShape>;
export type Phase = Decoded<typeof phaseShape>;
export type Instrument = Decoded<typeof instrumentShape>;
export type Commitment = Decoded<typeof commitmentShape>;
export type Mix = Decoded<typeof mixShape>;
export type Option = Decoded<typeof optionShape>;
export type Economics = Decoded<typeof economicsShape>;
export type Finances = Decoded<typeof financesShape>;
