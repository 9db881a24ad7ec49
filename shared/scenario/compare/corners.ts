import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import { centralSeries } from '#shared/engine/compare/central-series.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import type { BridgeModel } from './bridge-model.ts';

/** One of the four ways to put together what is believed and what is decided. */
export interface Corner {
  readonly beliefs: 'old' | 'new';
  readonly isDecided: boolean;
  readonly start: YearMonth;
  /** The central path of the measure, month by month. */
  readonly values: Float64Array;
}

/** Old and new beliefs, each without and with the decisions. */
export interface Corners {
  readonly measure: MeasureInfo;
  readonly corners: readonly Corner[];
  readonly hasBeliefs: boolean;
  readonly hasDecisions: boolean;
}

const ways: readonly Pick<Corner, 'beliefs' | 'isDecided'>[] = [
  { beliefs: 'old', isDecided: false },
  { beliefs: 'old', isDecided: true },
  { beliefs: 'new', isDecided: false },
  { beliefs: 'new', isDecided: true },
];

/** Computes the four corners of a pair whose differences play by tag: beliefs on one side, decisions on the other. */
export function cornersOf({ info, model }: BridgeModel): Outcome<Corners, SamplingFault> {
  const members = Uint8Array.from(
    ways.flatMap(({ beliefs, isDecided }) =>
      model.players.map((player) => Number(player === 'decisions' ? isDecided : beliefs === 'new')),
    ),
  );
  const series = centralSeries(model, { members, count: ways.length, core: ways.length });
  if (!series.ok) return series;
  const corners = ways.flatMap((way, at): readonly Corner[] => {
    const one = series.value[at];
    return one === undefined ? [] : [{ ...way, ...one }];
  });
  return ok({
    measure: info,
    corners,
    hasBeliefs: model.players.includes('beliefs'),
    hasDecisions: model.players.includes('decisions'),
  });
}
