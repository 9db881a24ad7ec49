import { describe, expect, it } from 'vitest';
import { baseId } from './support/editing.ts';
import { drag, save, undoInText } from './support/forming.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench({ writes: true });

/** The shares of the promise by slice, as they stand in a text. */
function slices(text: string): number[] {
  return [...text.matchAll(/- \{ value: (\d+(?:\.\d+)?) %, source: filings \}/g)].map((one) =>
    Number(one[1]),
  );
}

const sum = (shares: readonly number[]) => shares.reduce((running, one) => running + one, 0);

/** A mix of two generations in a scenario of its own. */
const openAi = 'amazon-openai.scenario.yaml';

describe('share tables', () => {
  it('keep the sum of the promise while one slice is dragged, in one step of undo, and leave the uncertain one', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('ramp.annual');
    const table = page.getByRole('table', { name: /Promise by slice/ });
    expect(await table.locator('tr', { hasText: 'Slice 1' }).textContent()).toContain('left alone');
    expect(await table.locator('.shares-sum').textContent()).toBe('87 %');
    const slider = table.getByRole('slider', { name: /Move Slice 2/ });
    await drag(page, slider, [5, 10, 18, 24]);
    expect(await table.locator('.shares-sum').textContent()).toBe('87 %');
    await save(page);
    const after = slices(read(baseId));
    expect(sum(after)).toBe(87);
    expect(after[0]).toBeGreaterThan(37);
    expect(after[1]).toBeLessThan(34);
    expect(after[2]).toBeLessThan(16);
    const blank = (text: string) => text.replace(/- \{ value: [\d.]+ %, source: filings \}/g, '-');
    expect(blank(read(baseId))).toBe(blank(before));
    await undoInText(page);
    await save(page);
    expect(read(baseId)).toBe(before);
  });

  it('keep what is locked, and move by arrow keys', async () => {
    const { page, read } = bench();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('ramp.annual');
    const table = page.getByRole('table', { name: /Promise by slice/ });
    await table.getByRole('button', { name: 'Keep Slice 3 while others move' }).click();
    await table.getByRole('slider', { name: /Move Slice 2/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await save(page);
    expect(slices(read(baseId))).toEqual([39, 34, 14]);
    await table.getByRole('button', { name: 'Keep Slice 4 while others move' }).click();
    expect(await table.getByRole('slider', { name: /Move Slice 2/ }).isDisabled()).toBe(true);
  });

  it('give a typed share its digits and sum to exactly 100 %', async () => {
    const { page, read } = bench();
    const before = read(openAi);
    await page.locator('.library-row', { hasText: 'Amazon – OpenAI' }).first().click();
    await page.locator('.status-file', { hasText: 'amazon-openai' }).waitFor();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('mix.schedule');
    const table = page.getByRole('table', { name: /New power by generation/ }).first();
    const share = table.getByLabel(/^Share of GB200/i);
    await share.fill('33.3');
    await share.press('Enter');
    expect(await table.locator('.shares-sum').textContent()).toBe('100 %');
    await save(page);
    expect(read(openAi)).toBe(
      before
        .replace('gb200: { value: 50 %', 'gb200: { value: 33.3 %')
        .replace('gb300: { value: 50 %', 'gb300: { value: 66.7 %'),
    );
  });

  it('tell a sum that is not 100 % and mend it in one step', async () => {
    bench().write(openAi, bench().read(openAi).replace('gb200: { value: 50 %', 'gb200: { value: 40 %'));
    const { page, read } = bench();
    await page.locator('.library-row', { hasText: 'Amazon – OpenAI' }).first().click();
    await page.locator('.status-file', { hasText: 'amazon-openai' }).waitFor();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('mix.schedule');
    const table = page.getByRole('table', { name: /New power by generation/ }).first();
    expect(await table.locator('.shares-sum').textContent()).toBe('90 %');
    await table.getByRole('button', { name: 'Scale to 100 %' }).click();
    await expect.poll(() => table.locator('.shares-sum').textContent()).toBe('100 %');
    await save(page);
    expect(read(openAi)).toContain('gb200: { value: 44 %');
    expect(read(openAi)).toContain('gb300: { value: 56 %');
  });
});
