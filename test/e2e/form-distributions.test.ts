import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { baseId } from './support/editing.ts';
import { drag, save, undoInText } from './support/forming.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench({ writes: true });

/** Opens the editor of the distribution at a path. */
async function openSpread(page: Page, path: string): Promise<Locator> {
  await page.getByLabel('Form', { exact: true }).check();
  await page.getByLabel('Find a quantity').fill(path);
  await page
    .locator(`[data-path="${path}"]`)
    .getByRole('button', { name: /^Distribution of/ })
    .click();
  const spread = page.locator('.spread');
  await spread.waitFor();
  return spread;
}

const share = 'assumptions.amazon-share';
const written = 'pert(15 %, 19.7 %, 25 %)';

describe('the editor of distributions', () => {
  it('writes a dragged number in place, the density following, and takes the whole drag back in one step', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const spread = await openSpread(page, share);
    const curve = spread.locator('.spread-area');
    const outline = await curve.getAttribute('d');
    const p90 = spread.locator('.spread-figures dd').nth(2);
    const first = await p90.textContent();
    await drag(page, spread.getByRole('slider', { name: /^Highest of/ }), [-10, -20, -35, -50, -60]);
    expect(await curve.getAttribute('d')).not.toBe(outline);
    expect(await p90.textContent()).not.toBe(first);
    const field = page.locator(`[data-path="${share}"] .form-label input`);
    await expect.poll(() => field.inputValue()).toMatch(/^pert\(15 %, 19\.7 %, 2[0-4](\.\d)? %\)$/);
    const words = await field.inputValue();
    await save(page);
    expect(read(baseId)).toBe(before.replace(written, words));
    await undoInText(page);
    await save(page);
    expect(read(baseId)).toBe(before);
  });

  it('moves a number by arrow keys, which stop where the words would be wrong', async () => {
    const { page } = bench();
    const spread = await openSpread(page, share);
    const field = page.locator(`[data-path="${share}"] .form-label input`);
    const handle = spread.getByRole('slider', { name: /^Likeliest of/ });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => field.inputValue()).toBe('pert(15 %, 19.8 %, 25 %)');
    expect(await handle.getAttribute('aria-valuetext')).toBe('19.8 %');
    await page.keyboard.press('End');
    await expect.poll(() => field.inputValue()).toBe('pert(15 %, 25 %, 25 %)');
    const number = spread.getByLabel(/^Lowest of/).and(page.locator('input'));
    await number.focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => field.inputValue()).toMatch(/^pert\(15\.\d+ %, 25 %, 25 %\)$/);
  });

  it('makes a fixed value uncertain and certain again', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const path = 'deals.aws.commitment.term';
    const spread = await openSpread(page, path);
    expect(await spread.getByRole('slider').count()).toBe(0);
    const family = spread.getByLabel(/^Family of/);
    await family.selectOption('pert');
    await spread.getByRole('slider', { name: /^Likeliest of/ }).waitFor();
    await save(page);
    expect(read(baseId)).toBe(before.replace('term: 10 years', 'term: pert(8, 10, 12) years'));
    await family.selectOption('uniform');
    await save(page);
    expect(read(baseId)).toContain('term: uniform(8, 12) years');
    await family.selectOption('fixed');
    await save(page);
    expect(read(baseId)).toBe(before);
  });

  it('names a fault at its number and writes nothing until it is mended', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const spread = await openSpread(page, share);
    const likeliest = spread.getByLabel(/^Likeliest of/).and(page.locator('input'));
    await likeliest.fill('40');
    await page.keyboard.press('Enter');
    expect(await likeliest.getAttribute('aria-invalid')).toBe('true');
    const fault = spread.locator('[data-parameter="mode-0"]').getByRole('alert');
    expect(await fault.textContent()).toContain('between the lowest and the highest');
    expect(await likeliest.getAttribute('aria-describedby')).toBe(await fault.getAttribute('id'));
    expect(await page.locator(`[data-path="${share}"] .form-label input`).inputValue()).toBe(written);
    expect(read(baseId)).toBe(before);
    await likeliest.fill('22');
    await fault.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await save(page);
    expect(read(baseId)).toBe(before.replace(written, 'pert(15 %, 22 %, 25 %)'));
  });

  it('shows what is typed before it is written', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const spread = await openSpread(page, share);
    const median = spread.locator('.spread-figures dd').nth(1);
    const first = await median.textContent();
    await spread
      .getByLabel(/^Highest of/)
      .and(page.locator('input'))
      .fill('60');
    await expect.poll(() => median.textContent()).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => median.textContent()).toBe(first);
    expect(read(baseId)).toBe(before);
  });

  it('sets a bound and takes it away', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const spread = await openSpread(page, share);
    const atMost = spread.getByLabel(/^At most of/).and(page.locator('input'));
    await atMost.fill('24');
    await page.keyboard.press('Enter');
    await save(page);
    expect(read(baseId)).toBe(before.replace(written, `${written}, at most 24 %`));
    await atMost.fill('');
    await page.keyboard.press('Enter');
    await save(page);
    expect(read(baseId)).toBe(before);
  });

  it('adds a value to a choice, weighs it, and takes it out again', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    const spread = await openSpread(page, 'assumptions.slip');
    const field = page.locator('[data-path="assumptions.slip"] .form-label input');
    const words = await field.inputValue();
    await spread.getByRole('button', { name: 'Add a value' }).click();
    const weight = spread.getByLabel(/^Weight 7 of/).and(page.locator('input'));
    await weight.fill('100');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toMatch(/: 100\)$/);
    expect(await spread.locator('[data-parameter="weight-6"] output').textContent()).toBe('= 50 %');
    await spread.getByRole('button', { name: /^Remove value 7 of/ }).click();
    await expect.poll(() => field.inputValue()).toBe(words);
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    expect(read(baseId)).toBe(before);
  });

  it('overrides in a variant what it inherits, in one step of undo', async () => {
    const { page, read } = bench();
    const variant = '3-gw.scenario.yaml';
    const before = read(variant);
    await page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await page.locator('.status-file', { hasText: '3-gw' }).waitFor();
    const spread = await openSpread(page, share);
    await drag(page, spread.getByRole('slider', { name: /^Highest of/ }), [-10, -30, -60]);
    await save(page);
    const [, highest] = /amazon-share: "?pert\(15 %, 19\.7 %, ([\d.]+) %\)"?/.exec(read(variant)) ?? [];
    expect(Number(highest)).toBeLessThan(25);
    expect(read(variant).startsWith(before.trimEnd())).toBe(true);
    await undoInText(page);
    await save(page);
    expect(read(variant)).toBe(before);
  });
});
