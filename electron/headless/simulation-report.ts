import type { ProjectionResult, SimulationResult } from '#shared/contract/results.ts';
import { errorText, figureText, unitOfSpread } from '#shared/view/analysis/about.ts';
import { monthAfter, monthLabel } from '#shared/view/calendar.ts';
import { formatMeasuredShare } from '#shared/view/format-measured.ts';
import { textTable } from './text-table.ts';

/** Figures of a table, each with the error that says how many of its digits count. */
const pairs = [
  ['p5', 'p5Error'],
  ['p25', 'p25Error'],
  ['p50', 'medianError'],
  ['p75', 'p75Error'],
  ['p95', 'p95Error'],
  ['mean', 'standardError'],
] as const;

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
    const about = { info, start: projection.start };
    const figureOf = (figure: (typeof pairs)[number][0]) => band[figure][end] ?? Number.NaN;
    const unit = unitOfSpread(
      about,
      figureOf('p50'),
      pairs.map(([figure]) => figureOf(figure)),
    );
    const figures = pairs.map(([figure, error]) =>
      figureText(about, figureOf(figure), unit, band[error][end] ?? 0),
    );
    return [[info.id, ...figures, errorText(about, band.standardError[end] ?? Number.NaN, unit)]];
  });
  const head = ['measure', 'P5', 'P25', 'P50', 'P75', 'P95', 'mean', 'sampling'];
  const month = monthLabel(monthAfter(projection.start, end));
  const settled = isSettled ? `, settled before ${wanted}` : '';
  return [
    title,
    `${done} draw${done === 1 ? '' : 's'}${settled}; at the end, ${month}; conditional on the assumptions of the file.`,
    '',
    textTable([head, ...rows], ['left', ...figuresAlign]),
    ...(checks.length === 0 ? [] : ['', 'Share of draws that break a check:']),
    ...checks.map(
      ({ key, brokenShare, standardError }) => `  ${formatMeasuredShare(brokenShare, standardError)}  ${key}`,
    ),
    '',
  ].join('\n');
}

const figuresAlign = Array.from({ length: 7 }, () => 'right' as const);
