import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { chart } from './support/editing.ts';
import { readCells } from './support/read-cells.ts';
import { sharedBench } from './support/shared-bench.ts';

describe('charts', () => {
  const bench = sharedBench();

  it('show one cursor in all charts, moved with pointer or arrow keys, and read its month out', async () => {
    const { page } = bench();
    const plot = chart(page, 'capacity').locator('.plot');
    await plot.hover({ position: { x: 150, y: 60 } });
    const when = await chart(page, 'capacity').locator('.card-when').textContent();
    expect(when).not.toContain('Mar 2038');
    for (const id of ['fleet', 'spend']) {
      expect(await chart(page, id).locator('.card-when').textContent()).toContain(when?.split(' · ').at(-1));
      expect(await chart(page, id).locator('.cursor-line').isVisible()).toBe(true);
    }
    await page.mouse.move(0, 0);
    await plot.focus();
    await page.keyboard.press('Home');
    await chart(page, 'fleet').locator('.card-when', { hasText: 'Apr 2026' }).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await chart(page, 'fleet').locator('.card-when', { hasText: 'Apr 2027' }).waitFor();
  });

  it('zoom all together by a drag, and show all years again', async () => {
    const { page } = bench();
    const all = page.getByRole('button', { name: 'All years' });
    expect(await all.isDisabled()).toBe(true);
    const box = await chart(page, 'spend').locator('.plot').boundingBox();
    if (!box) throw new Error('the plot has no place');
    await page.mouse.move(box.x + 80, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await chart(page, 'capacity')
      .locator('svg text', { hasText: /^2029$|^Jan 2028$/ })
      .first()
      .waitFor();
    expect(await chart(page, 'capacity').locator('svg text', { hasText: '2036' }).count()).toBe(0);
    await all.click();
    await chart(page, 'capacity').locator('svg text', { hasText: '2036' }).waitFor();
  });

  it('show the same figures as a table, by month, quarter and year', async () => {
    const { page } = bench();
    const card = chart(page, 'fleet');
    await card.getByRole('button', { name: 'Show as table' }).click();
    expect(await card.locator('tbody tr').count()).toBe(144);
    await card.getByRole('region', { name: 'as a table' }).press('Control+c');
    await page.locator('.notice', { hasText: '144 rows are on the clipboard' }).waitFor();
    const [names, units, first] = (await readCells(page)).text;
    expect(names?.[0]).toBe('Period');
    expect(new Set(units?.slice(1))).toEqual(new Set(['GW']));
    expect(first?.[0]).toBe('2026-04-01');
    await page.getByLabel('Quarter').check();
    expect(await card.locator('tbody tr').count()).toBe(48);
    await page.keyboard.press('Alt+3');
    await card.locator('tbody th', { hasText: /^2026$/ }).waitFor();
    expect(await card.locator('tbody tr').count()).toBe(13);
    await card.getByRole('button', { name: 'Show as table' }).click();
    await page.getByLabel('Month', { exact: true }).check();
  });

  it('show amounts per period or as running totals', async () => {
    const { page } = bench();
    const key = chart(page, 'spend').locator('.chart-key-entry', { hasText: 'Billed' }).locator('b');
    const total = Number(await key.textContent());
    await page.getByLabel('Per period').check();
    await chart(page, 'spend').locator('.card-source', { hasText: 'by month' }).waitFor();
    expect(Number(await key.textContent())).toBeLessThan(total / 20);
    await page.getByLabel('Cumulative', { exact: true }).check();
  });

  it('draw on a logarithmic axis when asked', async () => {
    const { page } = bench();
    const card = chart(page, 'spend');
    await card.getByRole('button', { name: 'Logarithmic axis' }).click();
    await card
      .locator('svg text', { hasText: /^0\.10$|^1$/ })
      .first()
      .waitFor();
    expect(await card.locator('svg text', { hasText: /^0$/ }).count()).toBe(0);
    await card.getByRole('button', { name: 'Logarithmic axis' }).click();
  });

  it('copy as cells, picture and vectors at once', async () => {
    const { page } = bench();
    await chart(page, 'capacity').getByRole('button', { name: 'Copy picture and figures' }).click();
    await page.locator('.notice', { hasText: 'picture and figures are on the clipboard' }).waitFor();
    const [types, cells] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = await item?.getType('text/plain').then((blob) => blob.text());
      return [item?.types ?? [], text ?? ''] as const;
    });
    expect(types).toEqual(expect.arrayContaining(['text/plain', 'image/png']));
    expect(cells.split('\n')).toHaveLength(146);
    expect(cells).toContain('Period\t');
  });

  it('explain a point that is clicked, down to the lines that drive it', async () => {
    const { page } = bench();
    await chart(page, 'spend')
      .locator('.plot')
      .click({ position: { x: 200, y: 60 } });
    const explain = page.locator('.explain');
    await explain.locator('.explain-formula', { hasText: 'spend.billed' }).waitFor();
    const line = explain.locator('.input-row').first();
    const path = (await line.locator('.input-path').textContent()) ?? '';
    await line.click();
    await page.locator('.monaco-editor.focused').waitFor();
    expect(path.length).toBeGreaterThan(3);
  });
});

describe('charts, from one window or scenario to the next,', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench?.close());

  it('can be of the user’s own making, and are still there after a restart', async () => {
    const { page, read, reopen } = bench;
    await page.keyboard.press('Control+Shift+M');
    const dialog = page.getByRole('dialog', { name: 'Charts and measures' });
    await dialog.getByLabel('Find a measure').fill('customer.cash');
    await dialog.locator('.measures-list .tick', { hasText: 'customer.cash' }).first().click();
    await dialog.getByRole('button', { name: 'Add chart of 1 measure' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await chart(page, 'own-1').locator('h3', { hasText: 'stands at' }).waitFor();
    await expect.poll(() => read('../memory/settings.json')).toContain('own-1');
    const again = await reopen();
    await chart(again, 'own-1').waitFor();
  });

  it('keep their axes while the figures stay within them', async () => {
    const { page } = bench;
    const top = () => chart(page, 'fleet').locator('svg text').allTextContents();
    const before = (await top()).filter((text) => /^\d$/.test(text));
    await page.locator('.library-row', { hasText: 'twelve months late' }).first().click();
    await page.locator('.status-file', { hasText: 'slip-12-months' }).waitFor();
    await chart(page, 'fleet').locator('svg text').first().waitFor();
    const after = (await top()).filter((text) => /^\d$/.test(text));
    expect(after).toEqual(before);
  });
});
