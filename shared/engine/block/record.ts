import type { MeasureKind } from '../projection.ts';
import type { Block, Lanes, MeasureSource } from './block.ts';

/**
 * Records a measure over the months of a run, month-major: stocks, flows and ratios at the end of every month, outcomes
 * once after the last and repeated in all. Measures that are one cell, as a total is with its only part, have one record.
 */
export function recordMeasure(block: Block, source: MeasureSource, kind: MeasureKind): Float64Array {
  if (source.kind === 'series') return source.series;
  return block.use(kind === 'outcome' ? recordAtEnd : recordByMonth, source.lanes);
}

function recordByMonth(block: Block, cell: Lanes): Float64Array {
  const series = block.series();
  block.record(cell, series);
  return series;
}

function recordAtEnd(block: Block, cell: Lanes): Float64Array {
  const { lanes, months } = block;
  const series = block.series();
  block.onEnd(() => {
    for (let m = 0; m < months; m += 1) series.set(cell, m * lanes);
  });
  return series;
}
