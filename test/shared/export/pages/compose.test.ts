import { beforeAll, describe, expect, it } from 'vitest';
import { allSeries } from '#shared/export/deck/native-chart.ts';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { exportFormats } from '#shared/export/formats.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { waterfallBars } from '#shared/export/pages/waterfall-bars.ts';
import { travelList } from '#shared/export/travels.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { shippedDocument } from '../../../support/export-document.ts';

const base = 'amazon-anthropic.scenario.yaml';
const other = 'skeptic.scenario.yaml';
let document: ExportDocument;
let pages: readonly ExportPage[];

beforeAll(async () => {
  document = await shippedDocument([base, other], { draws: 64 });
  const composed = composePages(document, plainWishes);
  if (!composed.ok) throw new Error(composed.error);
  pages = composed.value;
});

const find = (id: string) => pages.find((page) => page.id === id);

describe('the pages of an export', () => {
  it('have ids of their own, by which a deck finds them again', () => {
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    for (const { id } of pages) expect(id).toMatch(/^[^/]+\/[a-z-]+$/);
  });

  it('set scenarios side by side first, then each on its own', () => {
    expect(pages.slice(0, 2).map(({ id }) => id)).toEqual([
      `${base}+${other}/compare`,
      `${base}+${other}/bridge`,
    ]);
    const files = pages.slice(2).map(({ id }) => id.split('/')[0]);
    expect([...new Set(files)]).toEqual([base, other]);
  });

  it('all say the condition, the file, its hash, the seed and the version', () => {
    for (const page of pages) {
      const words = page.footnotes.join(' ');
      expect(words).toContain('Conditional on these assumptions; not a forecast.');
      expect(words).toMatch(/\.yaml \([0-9a-f]{12}\) · seed 7 · 64 draws.* · Offtake 0\.0\.0-test/);
      expect(page.spoken.length).toBeGreaterThan(20);
    }
  });

  it('come in the order and number asked for', () => {
    const chosen = composePages(document, { ...plainWishes, charts: ['spend', 'headline'] });
    expect(chosen.ok && chosen.value.map(({ id }) => id)).toEqual([
      `${base}/spend`,
      `${base}/headline`,
      `${other}/spend`,
      `${other}/headline`,
    ]);
  });

  it('hold charts of the user’s own', () => {
    const own = [{ id: 'mine', measures: ['capacity.online', 'spend.billed'] }];
    const chosen = composePages(document, { ...plainWishes, own, charts: ['mine'] });
    expect(chosen.ok && chosen.value.map(({ id }) => id)).toEqual([`${base}/mine`, `${other}/mine`]);
  });
});

describe('the bridge', () => {
  it('leads from one total to the other without a gap', () => {
    const page = find(`${base}+${other}/bridge`);
    if (page?.body.kind !== 'waterfall') throw new Error('there is a bridge');
    const bars = waterfallBars(page.body.waterfall);
    const last = bars.at(-1);
    expect(bars.at(-2)?.to).toBeCloseTo(last?.to ?? Number.NaN, 9);
    const ends = document.scenarios.map(({ projection }) =>
      projection.series.find(({ info }) => info.id === 'spend.billed.cumulative')?.values.at(-1),
    );
    expect(bars[0]?.value).toBeCloseTo((ends[0] ?? Number.NaN) / 1e9, 9);
    expect(last?.value).toBeCloseTo((ends[1] ?? Number.NaN) / 1e9, 9);
  });

  it('is drawn as a stack that reaches the same levels', () => {
    const page = find(`${base}+${other}/bridge`);
    const chart = page ? pageChart(page.body) : null;
    if (page?.body.kind !== 'waterfall' || chart === null) throw new Error('there is a bridge');
    waterfallBars(page.body.waterfall).forEach(({ from, to }, at) => {
      const stacked = allSeries(chart)
        .filter(({ key }) => key !== 'labels')
        .reduce((sum, { values }) => sum + (Number.isFinite(values[at]) ? (values[at] ?? 0) : 0), 0);
      expect(stacked).toBeCloseTo(Math.max(from, to), 9);
    });
  });
});

describe('the tornado', () => {
  it('has the longest bar first and its base at the central path', () => {
    const page = find(`${base}/tornado`);
    if (page?.body.kind !== 'tornado') throw new Error('there is a tornado');
    const { bars, base: central } = page.body.tornado;
    const swings = bars.map(({ low, high }) => Math.abs(high - low));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    const billed = document.scenarios[0]?.projection.series.find(
      ({ info }) => info.id === 'spend.billed.cumulative',
    );
    expect(central).toBeCloseTo((billed?.values.at(-1) ?? Number.NaN) / 1e9, 9);
  });
});

describe('native charts', () => {
  it('stack a fan so that its edges are the percentiles', () => {
    const page = find(`${base}/spend`);
    const chart = page ? pageChart(page.body) : null;
    const fan = document.scenarios[0]?.fan?.bands.find(({ id }) => id === 'spend.billed.cumulative');
    const stack = chart?.groups.find(({ kind }) => kind === 'area')?.series ?? [];
    expect(stack.map(({ key }) => key.split(':')[1])).toEqual(['p5', 'p5-p25', 'p25-p75', 'p75-p95']);
    for (const month of [0, 60, 143]) {
      const sum = (count: number) =>
        stack.slice(0, count).reduce((total, { values }) => total + (values[month] ?? 0), 0);
      expect(sum(2)).toBeCloseTo((fan?.p25[month] ?? Number.NaN) / 1e9, 9);
      expect(sum(4)).toBeCloseTo((fan?.p95[month] ?? Number.NaN) / 1e9, 9);
    }
  });

  it('name every series once, so that a refresh can tell them apart', () => {
    for (const page of pages) {
      const chart = pageChart(page.body);
      const labels = chart === null ? [] : allSeries(chart).map(({ label }) => label);
      expect(new Set(labels).size, page.id).toBe(labels.length);
    }
  });
});

describe('what travels', () => {
  it('is said for every format, with what does not', () => {
    for (const format of exportFormats) {
      const { shown, behind, absent } = travelList(format, document, pages, []);
      expect(shown.length).toBeGreaterThan(0);
      expect(behind.join(' ')).toContain(base);
      expect(absent.length).toBeGreaterThan(2);
    }
  });

  it('counts the numbers behind a native chart', () => {
    const [pptx] = exportFormats;
    const { shown } = travelList(pptx, document, pages, []);
    const spend = shown.find(({ what }) => what === 'Spend against commitment');
    expect(spend?.how).toMatch(/^native chart, 144 rows × \d+ columns of numbers$/);
  });
});
