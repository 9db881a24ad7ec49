import { describe, expect, it } from 'vitest';
import { figure } from './support/editing.ts';
import { readCells } from './support/read-cells.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench();

/** Reads `$1.29T` and the like as a number of dollars. */
function dollars(text: string | null): number {
  const [, sign, number, letter] = /(\u2212?)\$([\d.,]+)([kMBT]?)/.exec(text ?? '') ?? [];
  const factor = { '': 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 }[letter ?? ''] ?? Number.NaN;
  return (sign === '\u2212' ? -1 : 1) * Number(number?.replaceAll(',', '')) * factor;
}

describe('the details', () => {
  it('keep a ledger in which what one pays another receives', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Ledger' }).click();
    await page.locator('.ledger table').last().locator('tbody tr').first().waitFor();
    const nets = await page.locator('.ledger table').last().locator('tbody td:last-child').allTextContents();
    const sum = nets.reduce((total, text) => total + dollars(text), 0);
    const size = nets.reduce((total, text) => total + Math.abs(dollars(text)), 0);
    expect(Math.abs(sum) / size).toBeLessThan(0.01);
    const gross = await page.locator('.ledger table').first().locator('tbody tr').count();
    await page.getByLabel('Netted').check();
    expect(await page.locator('.ledger table').first().locator('tbody tr').count()).toBeLessThan(gross);
  });

  it('say where sources disagree, and lead to the line', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Sources' }).click();
    const rows = page.locator('.source-effects-table tbody tr:not(.source-together)');
    const floor = rows.filter({ hasText: 'amount · commitment' });
    await floor.waitFor();
    expect(await floor.locator('.source-said').textContent()).toMatch(
      /\$100B \(amazon-10q.*\$110B \(reuters-518/,
    );
    // A floor a tenth higher is a price per gigawatt-year a tenth higher, and touches nothing that is delivered.
    await floor
      .locator('td', { hasText: '$2.00–2.20B' })
      .locator('.source-change', { hasText: '+10' })
      .waitFor();
    expect(await floor.locator('.source-still').count()).toBe(6);
    await page.locator('.source-together').waitFor();
    await floor.getByRole('button').click();
    await page.locator('.monaco-editor.focused').waitFor();
  });

  it('list what nobody knows, with what each range alone does, and lead to the line', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Sources' }).click();
    const rows = page.locator('.unknowns-table tbody tr');
    // Correlations enter no figure by themselves: the row says where they matter instead.
    await rows.filter({ hasText: 'delay-and-price' }).locator('td', { hasText: 'correlations' }).waitFor();
    const growth = rows.filter({ hasText: 'growth: uniform(0.5, 1.5) GW' });
    await growth.locator('.source-change').first().waitFor();
    expect(await growth.locator('.source-said').textContent()).toContain('P10 to P90: 600 MW to 1.4 GW');
    const stated = await rows.locator('.source-said').allTextContents();
    const numbers = new Set(stated.flatMap((text) => /Unknown (\d+)/.exec(text)?.[1] ?? []));
    expect(numbers.size).toBe(22);
    await growth.getByRole('button').click();
    await page.locator('.monaco-editor.focused').waitFor();
  });

  it('show the checks of the scenario, on the central line and over the draws', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: /Checks/ }).click();
    await page.locator('.list-table tbody tr').first().waitFor();
    await page.locator('.list-table td.number', { hasText: '%' }).first().waitFor();
  });

  it('show any chart as a table of which only the rows in sight exist', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('.table-tools select').selectOption('capital');
    await page.locator('.figures thead th', { hasText: 'Paid in' }).waitFor();
    const rows = await page.locator('.figures tbody tr[aria-rowindex]').count();
    expect(rows).toBeLessThan(60);
    await page.locator('.table-scroll').focus();
    await page.keyboard.press('End');
    await page.locator('.figures th', { hasText: 'Mar 2038' }).waitFor();
  });

  it('copy the whole table as cells, by button and by key, text and cells the same', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('.table-tools select').selectOption('capital');
    await page.locator('.figures thead th', { hasText: 'Paid in' }).waitFor();
    expect(await page.locator('.figures tbody tr[aria-rowindex]').count()).toBeLessThan(60);
    const button = page.getByRole('button', { name: 'Copy as cells' });
    expect(await button.getAttribute('title')).toContain('Ctrl+C');
    await button.click();
    await page.locator('.notice', { hasText: '144 rows are on the clipboard' }).waitFor();
    const { text, html } = await readCells(page);
    expect(text).toHaveLength(146);
    expect(html).toEqual(text);
    expect(text[1]?.slice(1).every((unit) => unit === '$B')).toBe(true);
    expect([text[2]?.[0], text.at(-1)?.[0]]).toEqual(['2026-04-01', '2038-03-01']);
    // What is shown is the rounding of what was copied, and what was copied has more digits.
    const shown = await page.locator('.figures tbody tr[aria-rowindex="2"] td').allTextContents();
    const figures = text[2]?.slice(1).map(Number) ?? [];
    expect(figures).toHaveLength(shown.length);
    shown.forEach((one, at) => {
      const decimals = one.split('.')[1]?.length ?? 0;
      expect(figures[at]?.toFixed(decimals)).toBe(one.replaceAll(',', '').replace('\u2212', '-'));
    });
    const digits = text.slice(2).flatMap((row) => row.slice(1).map((cell) => cell.length));
    expect(Math.max(...digits)).toBeGreaterThan(12);

    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.locator('.table-scroll').press('Control+c');
    await expect.poll(async () => (await readCells(page)).text).toEqual(text);
  });

  it('leave Ctrl+C in the table to what is selected in it', async () => {
    const { page } = bench();
    await page.getByRole('tab', { name: 'Table' }).click();
    const period = page.locator('.figures tbody th').first();
    await page.locator('.table-scroll').focus();
    await period.evaluate((cell) => document.getSelection()?.selectAllChildren(cell));
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(await period.textContent());
  });

  it('explain a headline figure by its formula, part by part', async () => {
    const { page } = bench();
    await figure(page, 'Billed spend').click();
    const explain = page.locator('.explain');
    await explain.locator('.explain-formula', { hasText: 'spend.billed.cumulative' }).waitFor();
    await explain.locator('.explain-part', { hasText: 'spend.billed' }).click();
    await explain.locator('.explain-formula', { hasText: /^spend\.billed =/ }).waitFor();
  });

  it('answer F1 with the reference, searched as one types', async () => {
    const { page } = bench();
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog', { name: 'Reference' });
    await dialog.getByLabel('Find a field or a measure').fill('ceiling');
    await dialog.locator('code', { hasText: 'deals.DEAL.capacity.ceiling' }).waitFor();
    await dialog.getByLabel('What the model answers').check();
    await dialog.locator('code', { hasText: 'capacity.clipped' }).waitFor();
  });
});
