import type { MeasureInfo } from '#shared/engine/projection.ts';

/** How values of one unit are shown: multiplied by `factor`, written between `prefix` and `suffix`. */
export interface DisplayUnit {
  readonly factor: number;
  /** For an axis or a column head: `$B`, `GW`, `%`. */
  readonly label: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A no-break space that is narrow enough to stand between a figure and its unit. */
export const thinSpace = '\u202f';

type Step = readonly [from: number, factor: number, symbol: string];

const large: readonly Step[] = [
  [1e12, 1e-12, 'T'],
  [1e9, 1e-9, 'B'],
  [1e6, 1e-6, 'M'],
  [1e4, 1e-3, 'k'],
];
const power: readonly Step[] = [
  [1e3, 1e-3, 'GW'],
  [1, 1, 'MW'],
  [1e-3, 1e3, 'kW'],
];
const energy: readonly Step[] = [
  [1e6, 1e-6, 'TWh'],
  [1e3, 1e-3, 'GWh'],
];
const compute: readonly Step[] = [
  [1e24, 1e-24, 'YFLOP/s'],
  [1e21, 1e-21, 'ZFLOP/s'],
  [1e18, 1e-18, 'EFLOP/s'],
  [1e15, 1e-15, 'PFLOP/s'],
];

/** Chooses how values of a unit are shown when the largest of them has the given size. */
export function displayUnit(
  unit: string,
  largest: number,
  looksLike: 'share' | 'ratio' = 'share',
): DisplayUnit {
  const size = Math.abs(largest);
  if (unit === 'USD' || unit.startsWith('USD/')) return money(unit.slice(3), size);
  if (unit === 'MW') return named(power, size, 'MW');
  if (unit === 'MWh') return named(energy, size, 'MWh');
  if (unit === 'FLOP/s') return named(compute, size, 'FLOP/s');
  if (unit === '1' && looksLike === 'ratio') return { factor: 1, label: '×', prefix: '', suffix: '×' };
  if (unit === '1') return { factor: 100, label: '%', prefix: '', suffix: `${thinSpace}%` };
  return counted(unit, size);
}

/** Says whether a pure number reads as a multiple (5.6×) rather than as a share (56 %). */
export function looksLike(info: Pick<MeasureInfo, 'id'>): 'share' | 'ratio' {
  return /ratio|multiple|irr-count/.test(info.id) ? 'ratio' : 'share';
}

function pick(steps: readonly Step[], size: number): Step | undefined {
  return steps.find(([from]) => size >= from);
}

function money(per: string, size: number): DisplayUnit {
  const [, factor, symbol] = pick(large, size) ?? [0, 1, ''];
  const rest = per === '' ? '' : per.replace('/', ' per ');
  return { factor, label: `$${symbol}${rest}`, prefix: '$', suffix: `${symbol}${rest}` };
}

function named(steps: readonly Step[], size: number, own: string): DisplayUnit {
  const [, factor, symbol] = pick(steps, size) ?? [0, 1, own];
  return { factor, label: symbol, prefix: '', suffix: `${thinSpace}${symbol}` };
}

function counted(unit: string, size: number): DisplayUnit {
  const [, factor, symbol] = pick(large, size) ?? [0, 1, ''];
  const label = symbol === '' ? unit : `${symbol} ${unit}`;
  return { factor, label, prefix: '', suffix: `${symbol}${thinSpace}${unit}` };
}
