import type { SimulationResult } from '#shared/contract/results.ts';
import type { Projection } from '#shared/engine/projection.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';

const figures = ['p5', 'p25', 'p50', 'p75', 'p95', 'mean', 'standardError', 'answered'] as const;

/** Writes bands as comma-separated values, a measure and month to a line; no answer is an empty cell. */
export function bandsCsv({ start, series }: Projection, { bands }: SimulationResult): string {
  const units = new Map(series.map(({ info }) => [info.id, info.unit]));
  const lines = bands.flatMap((band) =>
    Array.from(band.mean, (_, month) => {
      const values = figures.map((figure) => number(band[figure][month]));
      return [band.id, units.get(band.id) ?? '', monthCode(monthAfter(start, month)), ...values].join(',');
    }),
  );
  return [['measure', 'unit', 'month', ...figures].join(','), ...lines, ''].join('\r\n');
}

function number(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(value) : '';
}
