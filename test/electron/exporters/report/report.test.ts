import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { report } from '../../../../electron/exporters/report/report.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { pdfText } from '../../../support/pdf-text.ts';
import { samplePages } from '../../../support/sample-pages.ts';

let document: ExportDocument;
let pages: readonly ExportPage[];
let bytes: Uint8Array;

beforeAll(async () => {
  document = await shippedDocument(undefined, { draws: 64 });
  const composed = composePages(document, plainWishes);
  if (!composed.ok) throw new Error(composed.error);
  pages = [...composed.value, ...samplePages];
  const made = await report(document, pages, unattended);
  if (made === null) throw new Error('nobody cancelled');
  bytes = made;
});

describe('report', () => {
  it('holds its words as text, sheet by sheet', () => {
    const sheets = pdfText(bytes);
    for (const [at, page] of pages.entries()) {
      const words = sheets[at + 1] ?? '';
      expect(words).toContain(page.finding.split(' ').slice(0, 3).join(' '));
    }
    expect(sheets.slice(pages.length + 1).join(' ')).toContain('deals.aws.capacity.ceiling');
  });

  it('names file, hash, seed, months and version at the foot of every sheet', () => {
    const hash = document.scenarios[0]?.hash.slice(0, 12);
    for (const sheet of pdfText(bytes)) {
      expect(sheet).toContain(
        `amazon-anthropic.scenario.yaml (${hash}), seed 7, Apr 2026 – Mar 2038 · Offtake 0.0.0-test`,
      );
    }
  });

  it('draws with lines, not with pictures, in its own typeface', () => {
    const plain = Buffer.from(bytes).toString('latin1');
    expect(plain).not.toContain('/Subtype /Image');
    expect(plain).toMatch(/\/FontFile2/);
    expect(plain).toMatch(/\+Inter-Regular/);
    expect(plain).not.toMatch(/\/Helvetica/);
  });

  it('is the same every time', async () => {
    const again = await report(document, pages, unattended);
    expect(Buffer.compare(bytes, again ?? new Uint8Array())).toBe(0);
  });

  it('stops when it is no longer wanted', async () => {
    expect(await report(document, pages, { goesOn: async () => false })).toBeNull();
  });
});
