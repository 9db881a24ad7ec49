import type { FormatId } from '#shared/export/formats.ts';
import { encodeDeck } from './encode-deck.ts';
import { encodePicture } from './encode-picture.ts';
import { encodeReport, encodeWebPage } from './encode-report.ts';
import { encodeParquet, encodeWorkbook } from './encode-tables.ts';
import { encodeCsv, encodeJson, encodeTsv } from './encode-text.ts';
import type { Encoder } from './export-work.ts';

/** How each format is written; one that is missing does not compile. */
export const encoders: Readonly<Record<FormatId, Encoder>> = {
  pptx: encodeDeck,
  xlsx: encodeWorkbook,
  pdf: encodeReport,
  html: encodeWebPage,
  png: encodePicture('png'),
  svg: encodePicture('svg'),
  csv: encodeCsv,
  tsv: encodeTsv,
  json: encodeJson,
  parquet: encodeParquet,
};
