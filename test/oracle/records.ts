import type { BillMonth } from './bill-rule.ts';
import type { CalendarMonth } from './calendar.ts';
import type { CapacityMonth } from './capacity-rule.ts';
import type { CommitmentMonth } from './commitment-rule.ts';
import type { ComputeMonth } from './compute-rule.ts';
import type { CustomerMonth } from './customer-rule.ts';
import type { FleetMonth } from './fleet-rule.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { OptionMonth } from './option-month.ts';
import type { GenerationPrice } from './price-rule.ts';
import type { ProviderMonth } from './provider-rule.ts';
import type { SpendMonth } from './spend-rule.ts';

/** Everything that holds for one deal in one month before money of investors moves. */
export interface DealWork {
  readonly options: readonly OptionMonth[];
  readonly capacity: CapacityMonth;
  /** What this deal pays per chip-hour, by generation. */
  readonly prices: readonly number[];
  readonly fleet: FleetMonth;
  readonly compute: ComputeMonth;
  readonly spend: SpendMonth;
  readonly commitment: CommitmentMonth;
}

/** One deal in one month. */
export interface DealMonth extends DealWork {
  readonly instruments: readonly InstrumentMonth[];
  readonly bill: BillMonth;
  readonly provider: ProviderMonth;
}

/** One month of one draw before capital moves. */
export interface WorkMonth {
  readonly month: number;
  readonly calendar: CalendarMonth;
  /** Price per chip-hour by generation, before any deal's own terms. */
  readonly prices: readonly GenerationPrice[];
  readonly deals: readonly DealWork[];
}

/** One month of one draw. */
export interface MonthRecord extends WorkMonth {
  readonly deals: readonly DealMonth[];
  readonly customer: CustomerMonth;
  readonly ledger: readonly LedgerEntry[];
  /** Measures known before capital moves, then those that follow from capital. */
  readonly early: ReadonlyMap<string, number>;
  readonly late: ReadonlyMap<string, number>;
}
