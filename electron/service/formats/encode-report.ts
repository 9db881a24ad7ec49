import { fail, ok } from '#shared/base/outcome.ts';
import type { Encoder } from './export-work.ts';

/** Writes a report. */
export const encodeReport: Encoder = async ({ document, pages, control }) => {
  const made = pages();
  if (!made.ok) return made;
  const { report } = await import('../../exporters/report/report.ts');
  const bytes = await report(document, made.value, control);
  return bytes === null ? fail({ kind: 'cancelled' }) : ok(bytes);
};

/** Writes a web page. */
export const encodeWebPage: Encoder = async ({ document, pages }) => {
  const made = pages();
  if (!made.ok) return made;
  const { webPageFile } = await import('../../exporters/web/web-page-file.ts');
  return ok(webPageFile(document, made.value));
};
