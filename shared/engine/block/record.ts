import type { MeasureKind } from '../projection.ts';
import type { Block, MeasureSource } from './block.ts';

/**
 * Records a measure over the months of a run, month-major: stocks, flows and ratios at the end of every month, outcomes
 * once after the last and repeated in all.
 */
export function recordMeasure(block: Block, source: MeasureSource, kind: MeasureKind): Float64Array {
  if (source.kind === 'series') return source.series;
  const { lanes, months } = block;
  const cell = source.lanes;
  const series = block.series();
  if (kind === 'outcome') {
    block.onEnd(() => {
      for (let m = 0; m < months; m += 1) series.set(cell, m * lanes);
    });
  } else {
    block.record(cell, series);
  }
  return series;
}
