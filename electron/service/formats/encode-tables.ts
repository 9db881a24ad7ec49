import { fail, ok } from '#shared/base/outcome.ts';
import type { Encoder } from './export-work.ts';

/** Writes a workbook; what writes it is loaded when it is first wanted, here as in every format with a package behind it. */
export const encodeWorkbook: Encoder = async ({ document, wishes, pages, control }) => {
  // All measures are in it anyway; only pages that were asked for have sheets of their own.
  const made = wishes.charts.length > 0 ? pages() : ok([]);
  if (!made.ok) return made;
  const { workbook } = await import('../../exporters/workbook/workbook.ts');
  const bytes = await workbook(document, made.value, control);
  return bytes === null ? fail({ kind: 'cancelled' }) : ok(bytes);
};

/** Writes every draw. */
export const encodeParquet: Encoder = async ({ document, draws }) => {
  const { drawsParquet } = await import('../../exporters/draws/parquet.ts');
  return draws((made) => drawsParquet(document.version, made));
};
