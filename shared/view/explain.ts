import type { Value } from '#shared/scenario/value.ts';
import { outerError } from './bands.ts';
import { monthLabelAt } from './calendar.ts';
import { looksLike } from './display-unit.ts';
import { formatQuantity, formatWhen } from './format.ts';
import { formatMeasuredRange } from './format-measured.ts';
import { type Lens, lastAnswer, measureLabel } from './lens.ts';

/** Why a figure is what it is. */
export interface Explanation {
  readonly id: string;
  readonly label: string;
  /** `Aug 2031`, the month the figure is of. */
  readonly when: string;
  readonly value: string;
  /** 5th to 95th percentile, or null. */
  readonly range: string | null;
  readonly meaning: string;
  readonly formula: string;
  /** Measures named in the formula, with their values in the same month. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly value: string }[];
}

/** Explains a measure in a month (0…M−1; null for the end): its formula, with values. */
export function explain(lens: Lens, id: string, month: number | null): Explanation | null {
  const series = lens.lookup(id);
  if (!series) return null;
  const { start, months } = lens.projection;
  const at = month === null ? months - 1 : Math.min(months - 1, Math.max(0, month));
  const text = (value: number, of: typeof series.info) =>
    of.unit === 'month' ? formatWhen(value, start, of) : formatQuantity(value, of.unit, looksLike(of));
  const bands = lens.fan?.bands.find((one) => one.id === id);
  const low = bands?.p5[at] ?? Number.NaN;
  const high = bands?.p95[at] ?? Number.NaN;
  const value = month === null ? lastAnswer(series.values) : (series.values[at] ?? Number.NaN);
  return {
    id,
    label: measureLabel(series.info),
    when: monthLabelAt(start, at),
    value: text(value, series.info),
    range:
      Number.isFinite(low) && high > low && series.info.unit !== 'month'
        ? formatMeasuredRange(
            low,
            high,
            bands ? outerError(bands, at) : 0,
            series.info.unit,
            looksLike(series.info),
          )
        : null,
    meaning: series.info.meaning,
    formula: series.info.formula,
    parts: partsOf(lens, id, series.info.formula).map((part) => ({
      id: part.info.id,
      label: measureLabel(part.info),
      value: text(part.values[at] ?? Number.NaN, part.info),
    })),
  };
}

/** Finds the measures a formula names, in the deal of the measure itself where they exist there. */
function partsOf(lens: Lens, id: string, formula: string) {
  const deal = lens.deals.find((one) => id.startsWith(`${one.key}.`))?.key;
  const names = new Set(formula.match(/[a-z][\w-]*(?:\.[\w-]+)+/g) ?? []);
  return [...names].flatMap((name) => {
    const own = deal === undefined ? undefined : lens.lookup(`${deal}.${name}`);
    return own ?? lens.lookup(name) ?? [];
  });
}

/** Which fields of a scenario a group of measures is computed from, most telling first. */
const drivers: readonly (readonly [group: RegExp, fields: RegExp])[] = [
  [/^price\.(?!per-)/, /^generations\.[^.]+\.price/],
  [/^capacity|^energy/, /\.capacity\.|\.options\./],
  [/^fleet/, /\.capacity\.|\.mix\.|^generations\.[^.]+\.(available|it-power|life)/],
  [/^compute/, /\.capacity\.|\.mix\.|^generations\.[^.]+\.(available|it-power|peak|utilisation)|workload/],
  [/^spend|^price\.per/, /\.capacity\.|\.mix\.|^generations\.[^.]+\.price|\.(discount|services|commitment)/],
  [/^commitment/, /\.commitment\.|\.capacity\.|\.eligible/],
  [/^capital|^circularity|^facility/, /\.capital\.|\.commitment\.amount|\.capacity\.phases/],
  [/^provider/, /\.economics\.|\.capital\.|\.capacity\.|^generations\.[^.]+\.price/],
  [/^customer/, /^finances\.|\.capital\.|\.commitment\.|^generations\.[^.]+\.price/],
  [/^dependence/, /\.commitment\.|\.capacity\.|^generations\.[^.]+\.porting/],
  [/^options/, /\.options\.|^generations\.[^.]+\.(price|peak|available)/],
];

/** Lists the written inputs that can move a measure, the uncertain ones first. */
export function driversOf(id: string, deals: readonly string[], inputs: readonly Value[]): Value[] {
  const deal = deals.find((key) => id.startsWith(`${key}.`));
  const bare = deal === undefined ? id : id.slice(deal.length + 1);
  const fields = drivers.find(([group]) => group.test(bare))?.[1];
  if (!fields) return [];
  const assumptions = new Map(
    inputs.flatMap((input) => {
      const key = /^assumptions\.(.+)$/.exec(input.path)?.[1];
      return key === undefined ? [] : [[key, input] as const];
    }),
  );
  const generation = /^(?:price|fleet\.\w+)\.([^.]+)$/.exec(bare)?.[1];
  return inputs
    .filter((input) => input.origin === 'written' && fields.test(input.path))
    .filter(
      (input) =>
        deal === undefined || !input.path.startsWith('deals.') || input.path.startsWith(`deals.${deal}.`),
    )
    .filter((input) => !isOtherGeneration(input.path, generation))
    .map((input) => assumptions.get(input.reference ?? '') ?? input)
    .filter((input, at, all) => all.indexOf(input) === at)
    .sort((a, b) => Number(isCertain(a)) - Number(isCertain(b)));
}

function isOtherGeneration(path: string, generation: string | undefined): boolean {
  const named = /^generations\.([^.]+)/.exec(path)?.[1];
  return generation !== undefined && named !== undefined && named !== generation;
}

function isCertain(value: Value): boolean {
  return value.distribution.kind === 'constant';
}
