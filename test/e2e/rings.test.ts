import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { chart, figure, replaceText } from './support/editing.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ draws: 10_000 });
});
afterEach(async () => {
  expect(bench.complaints).toEqual([]);
  await bench.close();
});

const all = /^(\d{1,3},)?\d{1,3} draws, (settled to )?±[\d.]+\s%$/;

/** Draws give way to everything else that runs on the machine. */
const patience = 90_000;

/** Notes every label that the ring of a chart shows from now on, with the finding that stood above it. */
async function noteRings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const card = document.querySelector('[data-chart="spend"]');
    const shown: string[] = [];
    const note = () => {
      const text = card?.querySelector('.card-ring')?.textContent ?? '';
      if (shown.at(-1) !== text) shown.push(text);
    };
    if (card)
      new MutationObserver(note).observe(card, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { shownRings: shown });
  });
}

function ringsNoted(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as { shownRings?: readonly string[] }).shownRings ?? []);
}

function forgetRings(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { shownRings = [] } = window as { shownRings?: string[] };
    shownRings.length = 0;
  });
}

describe('the three rings', () => {
  it('come one after another with every edit, each labelled: central line, 256 draws, all of them', async () => {
    const { page } = bench;
    const ring = chart(page, 'spend').locator('.card-ring');
    await ring.waitFor();
    await noteRings(page);
    await replaceText(page, 'value: up to 5 GW', 'value: up to 3 GW');
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await ring.filter({ hasText: all }).waitFor({ timeout: patience });
    const rings = await ringsNoted(page);
    const last = rings.lastIndexOf('central line');
    expect(last).toBeGreaterThanOrEqual(0);
    // The central line comes first and stands alone until there are draws of this text.
    expect(rings.slice(last, last + 2)).toEqual(['central line', '256 draws']);
    const counts = rings.slice(last + 1).map((text) => Number(text.split(' ')[0]?.replaceAll(',', '')));
    expect(counts).toEqual([...counts].sort((one, two) => one - two));
    expect(rings.at(-1)).toMatch(all);
    expect(await chart(page, 'spend').locator('.chart-plot').count()).toBe(1);
  });

  it('begin anew with a new edit, which ends the run of the one before', async () => {
    const { page } = bench;
    const ring = chart(page, 'spend').locator('.card-ring');
    await ring.waitFor();
    await noteRings(page);
    // More draws than would be ready before the next edit.
    await replaceText(
      page,
      'draws: 10000, sampling: sobol, settle-at: 0.5 %',
      'draws: 100000, sampling: sobol',
    );
    await forgetRings(page);
    const hasDraws = async () => (await ringsNoted(page)).some((text) => /^[\d,]+ draws$/.test(text));
    await expect.poll(hasDraws, { timeout: patience }).toBe(true);
    await replaceText(page, 'draws: 100000, sampling: sobol', 'draws: 2000, sampling: sobol');
    await ring.filter({ hasText: /^2,000 draws, ±/ }).waitFor({ timeout: patience });
    const rings = await ringsNoted(page);
    expect(rings.some((text) => text.startsWith('100,000'))).toBe(false);
    const last = rings.lastIndexOf('central line');
    expect(rings.slice(last, last + 2)).toEqual(['central line', '256 draws']);
    expect(rings.at(-1)).toMatch(/^2,000 draws, ±[\d.]+\s%$/);
  });

  it('end by themselves at the precision the text chooses, and say so', async () => {
    const { page } = bench;
    const ring = chart(page, 'spend').locator('.card-ring');
    await ring.waitFor();
    await replaceText(page, 'settle-at: 0.5 %', 'settle-at: 5 %');
    await ring.filter({ hasText: /^[\d,]+ draws, settled to ±[0-4]\.\d\s%$/ }).waitFor({ timeout: patience });
    const text = (await ring.textContent()) ?? '';
    expect(Number(text.split(' ')[0]?.replaceAll(',', ''))).toBeLessThan(10_000);
  });
});
