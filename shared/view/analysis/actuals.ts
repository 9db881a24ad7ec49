import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { Bands } from '#shared/engine/summary/bands.ts';
import { monthLabelAt } from '../calendar.ts';
import { formatNumber, formatShare, noAnswer } from '../format.ts';
import { formatError } from '../format-measured.ts';
import { measureName } from '../lens.ts';
import { type About, figureText, unitFor } from './about.ts';
import type { ActualsResult } from './answers.ts';

/** Observations as they are shown: where each lies in the fan, and what the draws are worth under them. */
export interface ActualsView {
  readonly finding: string;
  /** Why there are no weighted percentiles, or null. */
  readonly refusal: string | null;
  readonly rows: readonly ActualsRow[];
  /** What the weights do to figures at the end of the projection. */
  readonly shifts: readonly Shift[];
}

/** The middle 90 % and the median of a measure, before and after weighting. */
export interface Shift {
  readonly measure: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** One observation for reading. */
export interface ActualsRow {
  readonly key: string;
  readonly measure: string;
  readonly label: string;
  readonly when: string;
  readonly value: string;
  readonly error: string;
  readonly place: string;
  /** True where hardly a draw lies beyond it: the fan did not expect it. */
  readonly isSurprising: boolean;
}

/** Shares of draws beyond which an observation is surprising. */
const tail = 0.05;

/** Builds what is shown of the observations of a scenario. */
export function actualsView(
  start: About['start'],
  infos: ReadonlyMap<string, MeasureInfo>,
  { observations, draws, effectiveDraws, refusal, before, bands }: ActualsResult,
): ActualsView {
  const rows = observations.flatMap(({ measure, month, value, error, placeInFan }): ActualsRow[] => {
    const info = infos.get(measure);
    if (info === undefined) return [];
    const about = { info, start };
    const unit = unitFor(about, [value]);
    return [
      {
        key: `${measure} ${month}`,
        measure,
        label: measureName(info),
        when: monthLabelAt(start, month),
        value: figureText(about, value, unit),
        error: formatError(error, unit),
        place: Number.isNaN(placeInFan) ? noAnswer : `${formatShare(placeInFan)} of draws below`,
        isSurprising: placeInFan < tail || placeInFan > 1 - tail,
      },
    ];
  });
  const surprising = rows.filter(({ isSurprising }) => isSurprising).length;
  const effective = formatNumber(Math.floor(effectiveDraws), 0);
  const all = formatNumber(draws, 0);
  const beside =
    surprising === 0
      ? 'all lie inside the fan'
      : `${surprising} of ${rows.length} ${surprising === 1 ? 'lies' : 'lie'} outside the middle 90 % of the fan`;
  return {
    finding: `Weighted by fit, ${all} draws tell as much as ${effective} would; ${beside}`,
    refusal,
    rows,
    shifts: bands.flatMap((after): Shift[] => {
      const info = infos.get(after.id);
      const plain = before.find(({ id }) => id === after.id);
      if (info === undefined || plain === undefined) return [];
      const about = { info, start };
      return [
        {
          measure: info.id,
          label: measureName(info),
          before: rangeText(about, plain),
          after: rangeText(about, after),
        },
      ];
    }),
  };
}

/** Each figure to the digits its own sampling error supports. */
function rangeText(about: About, bands: Bands): string {
  const at = (values: Float64Array): number => values.at(-1) ?? Number.NaN;
  const unit = unitFor(about, [at(bands.p50)]);
  const text = (values: Float64Array, errors: Float64Array): string =>
    figureText(about, at(values), unit, at(errors));
  const { p5, p5Error, p50, medianError, p95, p95Error } = bands;
  return `${text(p50, medianError)} (${text(p5, p5Error)} to ${text(p95, p95Error)})`;
}
