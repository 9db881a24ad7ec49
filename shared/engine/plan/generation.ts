import type { Path, Slot } from './input.ts';

/** One chip generation. */
export interface GenerationPlan {
  /** Stable key, part of measure ids (`fleet.power.KEY`). */
  readonly key: string;
  /** First month in which it may be installed, months since the start. */
  readonly available: Slot;
  /** Dense 8-bit peak of one chip, FLOP/s: the basis of H100-equivalents. */
  readonly peak8bit: Slot;
  /** Peak at the precision in which the workload runs, FLOP/s. */
  readonly peak: Slot;
  /** IT power of one chip with its share of server, network and storage, W. */
  readonly itPowerWatts: Slot;
  /** Months in service. */
  readonly lifeMonths: Slot;
  /** Model FLOP/s utilisation in training and in inference, fractions of peak. */
  readonly trainingUtilisation: Slot;
  readonly inferenceUtilisation: Slot;
  /** True where the chip is designed by the provider itself. */
  readonly isOwnSilicon: boolean;
  /** Cost of porting the work of one chip elsewhere, USD per chip (0 where none is stated). */
  readonly portingCostPerChip: Slot;
  readonly price: PricePlan;
  /** Months over which supply ramps from nothing to plenty after availability (used by the choice mix). */
  readonly supplyRampMonths: Slot;
}

/** Price of one chip-hour over time, USD. `list` and `discount` hold at `asOf`, months since the start. */
export interface PricePlan {
  readonly list: Slot;
  readonly discount: Slot;
  readonly asOf: Slot;
  readonly floor: Slot;
  readonly path:
    | { readonly kind: 'geometric'; readonly declinePerYear: Slot }
    | { readonly kind: 'wright'; readonly learningRate: Slot; readonly initialChips: Slot }
    | { readonly kind: 'table'; readonly path: Path };
}
