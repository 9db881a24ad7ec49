import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { holdCalls } from './support/calls-of-page.ts';
import { chart, replaceText, selectText } from './support/editing.ts';

let bench: Bench;
let page: Page;

// One window for all: only the last edits, and nobody looks at the text after it.
beforeAll(async () => {
  bench = await openBench({ draws: 10_000 });
  page = bench.page;
});
afterAll(() => bench?.close());

/** Shorter than this, nothing says that it works. */
const blinkMilliseconds = 200;

/** Notes from now on all that the status bar says of the work, with the time since the next key. */
function noteWork(): void {
  const said: { text: string; after: number }[] = [];
  Reflect.set(window, 'workSaid', said);
  let pressed = Number.NaN;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    { capture: true, once: true },
  );
  const work = document.querySelector('.status-work');
  const note = () => said.push({ text: work?.textContent ?? '', after: performance.now() - pressed });
  if (work) new MutationObserver(note).observe(work, { childList: true, characterData: true, subtree: true });
}

const workSaid = (): Promise<{ text: string; after: number }[]> =>
  page.evaluate(() => Reflect.get(window, 'workSaid'));

describe('the results', () => {
  it('mark phases and milestones on the time axis, and the ranges and levels that figures are held against', async () => {
    const words = (id: string) => chart(page, id).locator('.chart-plot svg text').allTextContents();
    await expect.poll(() => words('capacity')).toEqual(expect.arrayContaining(['Slice 2027', 'Slice 2028']));
    expect(await words('spend')).toContain('commitment met');
    expect(await words('capital')).toContain('Facility expires');
    await chart(page, 'implied-price').scrollIntoViewIfNeeded();
    await expect.poll(() => words('implied-price')).toContain('Comparable contracts');
  });

  it('name beside the month of the cursor what happens in it', async () => {
    await chart(page, 'spend').locator('.plot').focus();
    await page.keyboard.press('Home');
    const when = chart(page, 'spend').locator('.card-when');
    for (let years = 0; years < 4; years += 1) await page.keyboard.press('Shift+ArrowRight');
    await when.filter({ hasText: /^Apr 2030$/ }).waitFor();
    for (let months = 0; months < 12; months += 1) {
      await page.keyboard.press('ArrowRight');
      if ((await when.textContent())?.startsWith('commitment met · ')) return;
    }
    expect(await when.textContent()).toContain('commitment met');
  });

  it('draw the streams of the ledger as wide as they are large, all in sight beside the table', async () => {
    await page.getByRole('tab', { name: 'Ledger' }).click();
    const picture = page.locator('.sankey svg');
    await picture.waitFor();
    const rows = await page.locator('.ledger table').first().locator('tbody tr').count();
    expect(await picture.locator('path').count()).toBe(rows);
    const heights = await picture
      .locator('rect')
      .evaluateAll((ends) => ends.map((end) => Number(end.getAttribute('height'))));
    const [payers, payees] = await picture.evaluate((svg) => {
      const at = (anchor: string) => svg.querySelectorAll(`text[text-anchor="${anchor}"]`).length;
      return [at('end'), at('start')];
    });
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
    expect(heights).toHaveLength(payers + payees);
    // What is paid is received: both sides are equally high, up to the least height of an end.
    expect(Math.abs(sum(heights.slice(0, payers)) - sum(heights.slice(payers)))).toBeLessThan(heights.length);
    const body = await page.locator('.details-body').boundingBox();
    const box = await picture.boundingBox();
    expect(box && body && box.y >= body.y && box.y + box.height <= body.y + body.height).toBe(true);
    await page.keyboard.press('Control+J');
  });

  it('say that an answer is being worked on after a blink and no sooner, and how many draws are made of how many', async () => {
    // What is still said of the draws before would be taken for an answer to the key.
    await page.locator('.status-work', { hasText: /^10,000 draws, ±/ }).waitFor();
    await selectText(page, 'up to 5 GW, source');
    await page.keyboard.press('ArrowLeft');
    for (let letter = 0; letter < 'up to '.length; letter += 1) await page.keyboard.press('ArrowRight');
    await page.evaluate(noteWork);
    const letGo = await holdCalls(page, 'projection.');
    await page.keyboard.press('1');
    await page.locator('.status-work', { hasText: 'working…' }).waitFor();
    const [first] = await workSaid();
    expect(first?.text).toBe('working…');
    expect(first?.after).toBeGreaterThanOrEqual(blinkMilliseconds);
    await letGo();
    await page.locator('.status-work', { hasText: /^10,000 draws, ±/ }).waitFor();
    const said = (await workSaid()).map(({ text }) => text);
    expect(said.some((text) => /^[\d,]+ of 10,000 draws$/.test(text))).toBe(true);
    expect(said.filter((text) => text === 'working…')).toHaveLength(1);
  });

  it('move figures and leave where they are textures, axes and buttons', async () => {
    await page.locator('.status-work', { hasText: /^10,000 draws, ±/ }).waitFor();
    const still = '.chart-plot pattern *, [data-chart="spend"] .chart-layer:last-child *, .segmented input';
    const kept = await page.evaluate((all) => {
      const elements = [...document.querySelectorAll(all)];
      Reflect.set(window, 'touched', new Set<string>());
      const note = (records: readonly MutationRecord[]) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.matches(all)) Reflect.get(window, 'touched').add(element.outerHTML);
        }
      };
      const seen = { attributes: true, childList: true, characterData: true, subtree: true };
      new MutationObserver(note).observe(document.body, seen);
      for (const element of elements) Reflect.set(element, 'isKept', true);
      return elements.length;
    }, still);
    expect(kept).toBeGreaterThan(50);
    const edit = Number(await page.getByTestId('charts').getAttribute('data-edit'));
    await replaceText(page, 'up to 15 GW, source', 'up to 14 GW, source');
    await page
      .locator(`[data-testid="charts"][data-edit="${edit + 'up to 14 GW, source'.length}"]`)
      .waitFor();
    const [touched, left] = await page.evaluate((all) => {
      const present = [...document.querySelectorAll(all)].filter((one) => Reflect.has(one, 'isKept'));
      return [[...Reflect.get(window, 'touched')], present.length] as const;
    }, still);
    expect(touched).toEqual([]);
    expect(left).toBe(kept);
  });
});
