import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { plainDecimal } from '../quantity/format-quantity.ts';
import { readSpread } from '../spread/read-spread.ts';
import type { Parameter, Spread } from '../spread/spread.ts';
import { parameterText, writeParameter } from '../spread/write-parameter.ts';
import { fillShares, moveShare } from './move-share.ts';
import type { ShareGroup, ShareRow } from './share-group.ts';

/** Shares counted in whole units of the last digit anybody wrote, so that sums are exact. */
export interface ShareSheet {
  readonly group: ShareGroup;
  /** Digits behind the point of a percentage. */
  readonly decimals: number;
  /** One count per row; NaN where there is no one number. */
  readonly units: readonly number[];
  /** What the rows that can move must sum to, in units. */
  readonly total: number;
  /** True where every row is one number, so that the sum is known. */
  readonly isSumKnown: boolean;
}

/** Shares may be written as finely as this; finer ones are rounded when they move. */
const mostDecimals = 10;

const anyStart: YearMonth = { year: 2000, month: 1 };

/** Counts the shares of a group. `atLeast` asks for more digits than are written. */
export function shareSheet(group: ShareGroup, atLeast = 0): ShareSheet {
  const decimals = Math.min(mostDecimals, Math.max(atLeast, 0, ...group.rows.map(decimalsOf)));
  const whole = 100 * 10 ** decimals;
  const units = group.rows.map(({ value: { distribution } }) =>
    distribution.kind === 'constant' ? Math.round(distribution.value * whole) : Number.NaN,
  );
  const isSumKnown = units.every(Number.isFinite);
  const fixed = sumWhere(units, (at) => group.rows[at]?.fixedBy !== null);
  const free = sumWhere(units, (at) => group.rows[at]?.fixedBy === null);
  return { group, decimals, units, isSumKnown, total: isSumKnown ? whole - fixed : free };
}

/** Says a count as a percentage: `33.3 %`. */
export function unitsText({ decimals }: ShareSheet, units: number): string {
  return `${plainDecimal(Number((units / 10 ** decimals).toPrecision(15)))} %`;
}

/** The sum of all rows that are one number, in units. */
export function sheetSum({ units }: ShareSheet): number {
  return sumWhere(units, () => true);
}

/** True where what can move sums to what it must. */
export function isBalanced({ group, units, total }: ShareSheet): boolean {
  return sumWhere(units, (at) => group.rows[at]?.fixedBy === null) === total;
}

/** Moves one share, the rows that are neither held nor fixed give way in proportion; null where none can. */
export function withShare(
  sheet: ShareSheet,
  at: number,
  wanted: number,
  isHeld: readonly boolean[],
): ShareSheet | null {
  return onFree(
    sheet,
    isHeld,
    (units, held, place) => moveShare(units, held, place, wanted, sheet.total),
    at,
  );
}

/** Brings the shares to their sum, in proportion; null where what is held does not let them. */
export function balanced(sheet: ShareSheet, isHeld: readonly boolean[]): ShareSheet | null {
  return onFree(sheet, isHeld, (units, held) => fillShares(units, held, sheet.total), 0);
}

/** The words of every row: as they stand where the count is the same, else the number alone written anew. */
export function shareTexts(sheet: ShareSheet): readonly string[] {
  const before = shareSheet(sheet.group, sheet.decimals);
  return sheet.group.rows.map((row, at) => {
    const count = sheet.units[at] ?? Number.NaN;
    if (row.fixedBy !== null || count === before.units[at]) return writtenText(row);
    const share = count / (100 * 10 ** sheet.decimals);
    const apart = numberOf(row);
    return apart === null ? unitsText(sheet, count) : writeParameter(apart.spread, apart.parameter, share);
  });
}

/** What stands in the text for a row. */
function writtenText({ value, fixedBy }: ShareRow): string {
  return fixedBy?.kind === 'assumption' ? `=${fixedBy.key}` : value.text;
}

function onFree(
  sheet: ShareSheet,
  isHeld: readonly boolean[],
  change: (units: readonly number[], held: readonly boolean[], at: number) => readonly number[] | null,
  at: number,
): ShareSheet | null {
  const free = sheet.units.map((_, place) => place).filter((place) => isFree(sheet, place));
  const changed = change(
    free.map((place) => sheet.units[place] ?? 0),
    free.map((place) => isHeld[place] === true),
    free.indexOf(at),
  );
  if (changed === null) return null;
  const units = [...sheet.units];
  free.forEach((place, index) => {
    units[place] = changed[index] ?? 0;
  });
  return { ...sheet, units };
}

function isFree({ group }: ShareSheet, at: number): boolean {
  return group.rows[at]?.fixedBy === null;
}

function sumWhere(units: readonly number[], isMeant: (at: number) => boolean): number {
  return units.reduce((sum, one, at) => (isMeant(at) && Number.isFinite(one) ? sum + one : sum), 0);
}

function decimalsOf(row: ShareRow): number {
  const { distribution } = row.value;
  if (distribution.kind !== 'constant') return 0;
  const apart = numberOf(row);
  const numeral = apart === null ? '' : parameterText(apart.spread, apart.parameter);
  if (!/^[\d_]+(?:\.\d+)?$/.test(numeral)) {
    return digitsBehindPoint(plainDecimal(Number((distribution.value * 100).toPrecision(12))));
  }
  const isFraction = apart?.parameter.spelling.kind === 'amount' && apart.parameter.spelling.scale === 1;
  return Math.max(0, digitsBehindPoint(numeral.replaceAll('_', '')) - (isFraction ? 2 : 0));
}

function digitsBehindPoint(numeral: string): number {
  return /\.(\d+)$/.exec(numeral)?.[1]?.length ?? 0;
}

/** The one number of a certain share; null where it stands elsewhere. */
function numberOf({
  value,
  fixedBy,
}: ShareRow): { readonly spread: Spread; readonly parameter: Parameter } | null {
  const spread = fixedBy === null ? readSpread(value.text, 'share', anyStart) : null;
  const parameter = spread?.family === 'fixed' ? spread.parameters[0] : undefined;
  return spread !== null && parameter !== undefined ? { spread, parameter } : null;
}
