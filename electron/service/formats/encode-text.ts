import { ok } from '#shared/base/outcome.ts';
import { csv } from '#shared/export/csv.ts';
import { conditional } from '#shared/export/document.ts';
import { json } from '#shared/export/json.ts';
import { tsv } from '#shared/export/tsv.ts';
import type { Encoder } from './export-work.ts';

/** Writes all measures as comma-separated values. */
export const encodeCsv: Encoder = async ({ document }) => ok(Buffer.from(csv(document)));

/** Writes all measures as tab-separated values. */
export const encodeTsv: Encoder = async ({ document }) => ok(Buffer.from(tsv(document)));

/** Writes all measures as JSON. */
export const encodeJson: Encoder = async ({ document }) =>
  ok(Buffer.from(json(document, { basis: conditional })));
