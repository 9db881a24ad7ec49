import type { YearMonth } from '#shared/engine/plan/plan.ts';

/** What a cell holds: a text, a number, a month, nothing. */
export type SheetCell = string | number | { readonly month: YearMonth } | null;

/** How the cells of a column are written. */
export type CellForm = 'text' | 'general' | 'whole' | 'decimal' | 'percent' | 'month';

/** A column of a sheet. */
export interface SheetColumn {
  readonly form: CellForm;
  /** In characters. */
  readonly width: number;
}

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Rows of heads: the first in bold, the others quieter; they stay in sight. */
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight. */
  readonly frozenColumns: number;
}

/** Days from the first day of year 0, counted from March, to the day before Excel's day 1. */
const beforeDayOne = 693_899;

/** Counts the days of Excel's calendar up to the first day of a month from March 1900 on. */
export function excelDay({ year, month }: YearMonth): number {
  // Years that begin in March have their leap day at the end, so whole years can be counted by division.
  const [marchMonth, marchYear] = month > 2 ? [month - 3, year] : [month + 9, year - 1];
  const years =
    365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return years + Math.floor((153 * marchMonth + 2) / 5) - beforeDayOne;
}

/** Makes names that Excel takes: at most 31 characters, none of `[]:*?/\`, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31)
        .trim() || 'Sheet';
    let free = plain.toLowerCase() === 'history' ? 'History of' : plain;
    for (let at = 2; taken.has(free.toLowerCase()); at++) {
      const end = ` (${at})`;
      free = plain.slice(0, 31 - end.length).trim() + end;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
