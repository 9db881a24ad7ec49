import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { deck } from '../../../../electron/exporters/deck/deck.ts';
import { refreshDeck } from '../../../../electron/exporters/deck/refresh/refresh-deck.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { deckFaults } from '../../../support/open-xml/deck-faults.ts';
import { all, type CheckedPackage, readParts } from '../../../support/open-xml/read-parts.ts';
import { samplePages } from '../../../support/sample-pages.ts';

interface Made {
  readonly document: ExportDocument;
  readonly pages: readonly ExportPage[];
}

const wishes = { ...plainWishes, charts: ['headline', 'capacity', 'spend', 'money'] };
const edited = readFileSync(
  resolve(import.meta.dirname, '../../../fixtures/decks/edited-by-libreoffice.pptx'),
);
const file = 'amazon-anthropic.scenario.yaml';

let before: Made;
let after: Made;

async function make(edit?: (text: string) => string): Promise<Made> {
  const document = await shippedDocument([file], { draws: 64 }, edit);
  const pages = composePages(document, wishes);
  if (!pages.ok) throw new Error(pages.error);
  return { document, pages: [...pages.value, ...samplePages.slice(0, 1)] };
}

beforeAll(async () => {
  before = await make();
  after = await make((text) => text.replace('nearly 1 GW, energise: 2026-04', '0.6 GW, energise: 2026-04'));
});

async function refreshed(packed: Uint8Array, { document, pages }: Made) {
  const result = await refreshDeck(packed, document, pages, unattended);
  if (!result.ok || result.value === null) throw new Error(JSON.stringify(result));
  return result.value;
}

async function fresh({ document, pages }: Made): Promise<Uint8Array> {
  const bytes = await deck(document, pages, wishes, unattended);
  if (bytes === null) throw new Error('nobody cancelled');
  return bytes;
}

/** The slide with a text in one of its object names, with its chart. */
function slideOf(parts: CheckedPackage, name: string) {
  const slide =
    parts.names.find((one) => /^ppt\/slides\/[^/]+$/.test(one) && parts.text(one).includes(name)) ?? '';
  const chart = parts.relations(slide).find(({ type }) => type.endsWith('/chart'))?.target ?? '';
  return { slide, chart };
}

describe('refreshing a deck nobody touched', () => {
  it('finds that nothing moves when nothing has', async () => {
    const { changes } = await refreshed(await fresh(before), before);
    expect(changes.moved).toEqual([]);
    expect(changes.kept).toEqual([]);
    expect(changes.missing).toEqual([]);
    expect(changes.unchanged.length).toBeGreaterThan(20);
  });

  it('gives a deck that a fresh export could have given: sound, and a second refresh finds nothing left to do', async () => {
    const { bytes, changes } = await refreshed(await fresh(before), after);
    expect(changes.moved.map(({ page, part }) => `${page}#${part}`)).toContain(`${file}/capacity#chart`);
    expect(deckFaults(bytes)).toEqual([]);
    expect((await refreshed(bytes, after)).changes.moved).toEqual([]);
  });

  it('says what moves from what to what', async () => {
    const { changes } = await refreshed(await fresh(before), after);
    const chart = changes.moved.find(({ page, part }) => page === `${file}/capacity` && part === 'chart');
    expect(chart?.moves).toContainEqual({
      what: 'Slice 2026, Dec 2026',
      from: '1.00\u202fGW',
      to: '0.60\u202fGW',
    });
    const table = changes.moved.find(({ part }) => part === 'table');
    expect(table?.moves.map(({ what }) => what)).toContain('Billed spend, Central path');
  });

  it('refuses a deck that holds nothing of this export', async () => {
    const packed = await fresh({ document: before.document, pages: before.pages.slice(-1) });
    const result = await refreshDeck(packed, before.document, before.pages.slice(0, 2), unattended);
    expect(result.ok ? '' : result.error).toBe(`it holds pages of sample.scenario.yaml, not of ${file}`);
  });
});

describe('refreshing a deck that was edited elsewhere', () => {
  it('keeps places and sizes', async () => {
    const was = readParts(edited);
    const now = readParts((await refreshed(edited, after)).bytes);
    const frame = (parts: CheckedPackage) => {
      const { slide } = slideOf(parts, 'capacity#chart');
      const [transform] = all(parts.xml(slide), 'p:xfrm');
      return Array.from(transform?.childNodes ?? [], (node) => String(node));
    };
    expect(frame(was).join('')).not.toBe(frame(readParts(await fresh(before))).join(''));
    expect(frame(now)).toEqual(frame(was));
  });

  it('keeps colours set by hand and puts the new numbers under them', async () => {
    const { bytes } = await refreshed(edited, after);
    const parts = readParts(bytes);
    const { chart } = slideOf(parts, 'spend#chart');
    const billed = all(parts.xml(chart), 'c:ser').find(
      (one) => one.getElementsByTagName('c:v')[0]?.textContent === 'Billed',
    );
    expect(billed?.getElementsByTagName('c:spPr')[0]?.toString()).toMatch(/srgbClr val="00aa00"/i);
    const shown = Array.from(billed?.getElementsByTagName('c:val')[0]?.getElementsByTagName('c:v') ?? []);
    const engine = after.document.scenarios[0]?.projection.series.find(
      ({ info }) => info.id === 'spend.billed.cumulative',
    );
    expect(shown.map((one) => Number(one.textContent))).toEqual(
      Array.from(engine?.values ?? [], (value) => value * 1e-9),
    );
  });

  it('leaves words changed by hand, replaces the others, and says which', async () => {
    const { bytes, changes } = await refreshed(edited, after);
    expect(changes.kept).toMatchObject([
      { page: `${file}/spend`, part: 'title', words: 'My own words about spend' },
    ]);
    const parts = readParts(bytes);
    const { slide } = slideOf(parts, 'capacity#chart');
    const finding = after.pages.find(({ id }) => id === `${file}/capacity`)?.finding ?? '';
    expect(parts.xml(slide).documentElement?.textContent).toContain(finding);
    // Kept words are still known to be somebody's own the next time.
    expect((await refreshed(bytes, before)).changes.kept).toMatchObject([
      { words: 'My own words about spend' },
    ]);
  });

  it('says what was deleted', async () => {
    const { changes } = await refreshed(edited, after);
    expect(changes.missing).toMatchObject([{ page: `${file}/money`, part: 'picture' }]);
  });

  it('gives charts their workbooks back', async () => {
    expect(readParts(edited).names.filter((name) => name.endsWith('.xlsx'))).toEqual([]);
    const faults = deckFaults((await refreshed(edited, after)).bytes, { foreign: /./ });
    // LibreOffice gives several places of a slide the same number; everything else must hold.
    expect(faults.filter((fault) => !fault.endsWith('two objects fill one place'))).toEqual([]);
  });
});
