import type { ProjectionResult, SimulationResult } from '#shared/contract/results.ts';
import { monthAfter, monthLabel } from '#shared/view/calendar.ts';
import { displayUnit, looksLike } from '#shared/view/display-unit.ts';
import { formatIn, formatShare } from '#shared/view/format.ts';
import { textTable } from './text-table.ts';

/** Writes a simulation for a person: the spread of each measure at the end, its sampling error, the checks. */
export function simulationReport(
  { projection, title }: ProjectionResult,
  { done, wanted, isSettled, bands, checks }: SimulationResult,
): string {
  const end = projection.months - 1;
  const infos = new Map(projection.series.map(({ info }) => [info.id, info]));
  const rows = bands.flatMap((band) => {
    const info = infos.get(band.id);
    if (info === undefined) return [];
    const unit = displayUnit(info.unit, band.p95[end] ?? 0, looksLike(info));
    const shown = (values: Float64Array): string => formatIn(values[end] ?? Number.NaN, unit);
    const figures = [band.p5, band.p25, band.p50, band.p75, band.p95, band.mean];
    return [[info.id, ...figures.map(shown), `±${shown(band.standardError)}`]];
  });
  const head = ['measure', 'P5', 'P25', 'P50', 'P75', 'P95', 'mean', 'sampling'];
  const month = monthLabel(monthAfter(projection.start, end));
  const settled = isSettled ? `, settled before ${wanted}` : '';
  return [
    title,
    `${done} draws${settled}; at the end, ${month}; conditional on the assumptions of the file.`,
    '',
    textTable([head, ...rows], ['left', ...figuresAlign]),
    ...(checks.length === 0 ? [] : ['', 'Share of draws that break a check:']),
    ...checks.map(({ key, brokenShare }) => `  ${formatShare(brokenShare)}  ${key}`),
    '',
  ].join('\n');
}

const figuresAlign = Array.from({ length: 7 }, () => 'right' as const);
