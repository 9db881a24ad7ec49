import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { chart, focusEditor } from './support/editing.ts';
import { changedShare } from './support/same-picture.ts';

let bench: Bench;

afterEach(() => bench?.close());

/** What the deal asks for in the pictures. */
const draws = 256;

/** Edges of letters and lines may fall differently on another machine; a moved panel or a lost colour is far more. */
const tolerated = 0.03;

/** A picture of the window once it has come to rest; the code font and what tells time are left out. */
async function settledPicture({ page }: Bench): Promise<Buffer> {
  await page
    .locator('.card-ring', { hasText: `${draws} draws, ` })
    .first()
    .waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot({
    mask: [page.locator('.editor-box'), page.locator('.status'), page.locator('.library')],
  });
}

describe('appearance', () => {
  it.each([
    ['light', { colorScheme: 'light' as const, width: 1366, height: 768 }],
    ['dark', { colorScheme: 'dark' as const, width: 1366, height: 768 }],
    ['large', { colorScheme: 'light' as const, width: 1920, height: 1080 }],
    ['zoomed', { colorScheme: 'light' as const, width: 683, height: 384 }],
  ])('is as it was: %s', async (name, options) => {
    bench = await openBench({ ...options, draws });
    const picture = await settledPicture(bench);
    expect(await changedShare(bench.page, picture, `test/e2e/pictures/${name}.png`)).toBeLessThan(tolerated);
  });

  it.each([
    ['form-light', { colorScheme: 'light' as const, width: 1366, height: 768 }],
    ['form-dark', { colorScheme: 'dark' as const, width: 1366, height: 768 }],
    ['form-zoomed', { colorScheme: 'light' as const, width: 683, height: 384 }],
  ])('is as it was where distributions and shares are edited: %s', async (name, options) => {
    bench = await openBench({ ...options, draws });
    const { page } = bench;
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment');
    await page.getByRole('button', { name: /^Distribution of Amount/ }).click();
    await page.getByLabel('Family of Amount').selectOption('lognormal');
    await page.getByRole('slider', { name: /^95th percentile of Amount/ }).waitFor();
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.locator('.form').screenshot();
    expect(await changedShare(page, picture, `test/e2e/pictures/${name}.png`)).toBeLessThan(tolerated);
  });

  it('moves nothing when bands arrive, the text breaks and the cursor wanders', async () => {
    bench = await openBench({ draws });
    const { page } = bench;
    const places = () =>
      page.locator('.card, .figure, .panel-bar, .chart-plot').evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${element.classList[0]} ${[x, y, width, height].map(Math.round).join()}`;
        }),
      );
    const before = await places();
    await page
      .locator('.card-ring', { hasText: `${draws} draws, ` })
      .first()
      .waitFor();
    expect(await places()).toEqual(before);
    await chart(page, 'capacity')
      .locator('.plot')
      .hover({ position: { x: 90, y: 40 } });
    expect(await places()).toEqual(before);
    await focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('nonsense: 1');
    await page.locator('.card[data-old="true"]').first().waitFor();
    expect(await places()).toEqual(before);
  });

  it('can be told apart without colour: areas by what lies over them, lines by their dash', async () => {
    bench = await openBench({ draws });
    const { page } = bench;
    await page.locator('.card-ring', { hasText: 'draws' }).first().waitFor();
    for (const id of ['capacity', 'fleet', 'price', 'spend']) {
      const samples = await chart(page, id)
        .locator('.chart-key svg')
        .evaluateAll((all) =>
          all.map((one) => one.innerHTML.replaceAll(/ (fill|stroke)="var[^"]*"/g, '').trim()),
        );
      expect(samples.length).toBeGreaterThan(1);
      expect(new Set(samples).size).toBe(samples.length);
    }
    const patterns = await chart(page, 'capacity')
      .locator('.chart-plot pattern')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('patternTransform')} ${one.innerHTML}`));
    expect(new Set(patterns).size).toBeGreaterThan(1);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});
