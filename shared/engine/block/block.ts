import type { Calendar } from '../calendar/calendar.ts';
import type { PrepareLoop } from '../lanes/machine.ts';
import type { OptionPlan } from '../plan/deal.ts';
import type { Slot } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';
import type { MeasureKind } from '../projection.ts';

/** One number per lane (draw) of a block. */
export type Lanes = Float64Array;

/**
 * How an option is treated in a pass: by its own rule, as if it did not exist, or exercised as early as its window,
 * the offer and the generation's availability allow.
 */
export type OptionMode = 'rule' | 'off' | 'at-open';

/** When the value of a measure is known within a run. */
export type MeasureStage = 'before-capital' | 'after-capital' | 'at-end';

/** Where the numbers of a measure stand: a cell that each month overwrites, or a finished series (month-major). */
export type MeasureSource =
  | { readonly kind: 'cell'; readonly lanes: Lanes }
  | { readonly kind: 'series'; readonly series: Float64Array };

/** How rules find measures by name without knowing the catalogue. */
export interface MeasureFinder {
  readonly stageOf: (id: string) => MeasureStage;
  readonly kindOf: (id: string) => MeasureKind;
  /** Instantiates the rules behind a measure and says where its numbers stand. */
  readonly find: (block: Block, id: string) => MeasureSource;
}

/** A rule of the model: asks for what it reads, allocates what it writes, registers its steps, returns its cells. */
export type Rule<S extends object, T> = (block: Block, subject: S) => T;

/**
 * The world in which rules are set up: the plan, the width of the block, and the order of the steps.
 *
 * Rules are instantiated on demand and once (`use`), what they read before themselves, so the order of instantiation
 * is an order of evaluation and nothing is computed that nobody asked for. A rule that reads the previous month of
 * something that depends on itself uses `carry` or `history` within `later`, which break the circle in time.
 */
export interface Block {
  readonly plan: Plan;
  readonly lanes: number;
  readonly months: number;
  readonly calendar: Calendar;
  readonly finder: MeasureFinder;
  readonly optionMode: (option: OptionPlan) => OptionMode;
  /** Returns the values of an input, one per lane, as a view on the block's values. */
  readonly input: (slot: Slot) => Lanes;
  /** Allocates a cell: one number per lane for the current month. Zero at the start of a run. */
  readonly cell: () => Lanes;
  /** Allocates `months * lanes` numbers, month-major. Not cleared between runs. */
  readonly series: () => Float64Array;
  /** Prepares a loop over cells, inputs and series of this block; see `shared/engine/loops`. */
  readonly loop: PrepareLoop;
  /** Returns the cells of a rule for a subject, instantiating it the first time. */
  readonly use: <S extends object, T>(rule: Rule<S, T>, subject: S) => T;
  /** Returns a cell with last month's value of another cell, which is looked up only after all rules stand. */
  readonly carry: (resolve: () => Lanes) => Lanes;
  /** Returns the cell of a measure; not for measures that are computed only after the last month. */
  readonly measure: (id: string) => Lanes;
  /** Returns the series of a measure over the whole run, recorded at the end of every month. */
  readonly history: (id: string) => Float64Array;
  /** Returns a pass over the same values in which one option is treated differently. */
  readonly variant: (option: OptionPlan, mode: OptionMode) => Pass;
  /** Runs after the inputs are filled and the cells cleared, before month 0. */
  readonly onStart: (step: () => void) => void;
  readonly onMonth: (step: (month: number) => void) => void;
  /** Copies a cell into a series after all steps of every month. */
  readonly record: (cell: Lanes, series: Float64Array) => void;
  /** Runs after the last month, in the order registered. */
  readonly onEnd: (step: () => void) => void;
  /** Postpones a piece of set-up until everything asked for so far stands. */
  readonly later: (setUp: () => void) => void;
}

/** A block whose set-up can be closed and which can be run. */
export interface Pass extends Block {
  /** Finishes postponed set-up. Nothing may be asked for afterwards. */
  readonly close: () => void;
  /** Runs all months on the present input values; false where `isCancelled` stopped it between months. */
  readonly run: (isCancelled?: () => boolean) => boolean;
}
