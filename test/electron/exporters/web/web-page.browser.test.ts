import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { webPageFile } from '../../../../electron/exporters/web/web-page-file.ts';
import { sharedBrowser } from '../../../support/browser.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { samplePages } from '../../../support/sample-pages.ts';

let page: Page;
let folder: string;
let document: ExportDocument;
const asked: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  document = await shippedDocument(undefined, { draws: 64 });
  const composed = composePages(document, plainWishes);
  if (!composed.ok) throw new Error(composed.error);
  const hostile = { ...samplePages[0], topic: '</script><script>globalThis.wasRun = true</script>' };
  const pages = [...composed.value, ...samplePages, { ...samplePages[0], ...hostile }].filter(
    (one) => 'id' in one,
  );
  folder = await mkdtemp(join(tmpdir(), 'offtake-page-'));
  const path = join(folder, 'page.html');
  await writeFile(path, webPageFile(document, pages as typeof composed.value));
  const browser = await sharedBrowser();
  const context = await browser.newContext({ offline: true, viewport: { width: 1100, height: 800 } });
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(pathToFileURL(path).href);
});

afterAll(async () => {
  await page?.context().close();
  await rm(folder, { recursive: true, force: true });
});

describe('an exported web page', () => {
  it('asks for nothing but itself, says nothing to the console, runs nothing that was smuggled in', async () => {
    await page.locator('figure.chart').first().hover();
    expect(asked.filter((address) => !address.startsWith('data:'))).toHaveLength(1);
    expect(said).toEqual([]);
    expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
  });

  it('cannot send anything either', async () => {
    const sent = await page.evaluate(() =>
      fetch('https://example.com').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(sent).toBe('refused');
    said.length = 0;
  });

  it('shows its own typeface', async () => {
    // It travels inside the page, but is read from there no sooner than the first words ask for it.
    await page.evaluate(() => globalThis.document.fonts.ready.then(() => undefined));
    expect(await page.evaluate(() => globalThis.document.fonts.check('600 20px Inter'))).toBe(true);
    const faces = await page.evaluate(() => [...globalThis.document.fonts].map((face) => face.status));
    expect(faces).toContain('loaded');
  });

  it('reads a chart under the pointer with the engine’s numbers', async () => {
    const figure = page.locator('section', { hasText: 'Spend against commitment' }).locator('figure');
    await figure.scrollIntoViewIfNeeded();
    await figure.focus();
    await page.keyboard.press('End');
    const billed = document.scenarios[0]?.projection.series.find(
      ({ info }) => info.id === 'spend.billed.cumulative',
    );
    const last = (billed?.values.at(-1) ?? 0) / 1e9;
    await expect.poll(() => figure.locator('.reading').innerText()).toContain(`$${last.toFixed(0)}B`);
    expect(await figure.locator('.reading b').innerText()).toBe('Mar 2038');
    await page.keyboard.press('Escape');
    expect(await figure.locator('.reading').isHidden()).toBe(true);
    await figure.hover({ position: { x: 300, y: 150 } });
    await expect.poll(() => figure.locator('.reading b').innerText()).toMatch(/^[A-Z][a-z]{2} 20\d\d$/);
  });

  it('has the table behind every chart, month by month, and behind every picture', async () => {
    const tables = page.locator('details.data');
    const charts = await page.locator('figure.chart').count();
    expect(charts).toBeGreaterThan(0);
    expect(await tables.count()).toBe(await page.locator('figure').count());
    expect(await page.locator('figure.chart + script + details.data').count()).toBe(charts);
    await tables.first().locator('summary').click();
    expect(await tables.first().locator('tbody tr').count()).toBe(document.scenarios[0]?.projection.months);
  });
});
