import { describe, expect, it } from 'vitest';
import { baseId, figure, focusEditor } from './support/editing.ts';
import { save, undoInText } from './support/forming.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench({ writes: true });

describe('the form', () => {
  it('writes a typed value into the text at its place and changes nothing else', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('capacity.ceiling');
    const field = page.locator('.form-label input').first();
    await field.fill('3 GW');
    await field.press('Enter');
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    expect(read(baseId)).toBe(before.replace('value: up to 5 GW,', 'value: 3 GW,'));
  });

  it('makes one step of undo out of a drag, with the figures following it', async () => {
    const { page } = bench();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('capacity.ceiling');
    const slider = page.getByRole('slider', { name: /Ceiling: slider/ });
    const box = await slider.boundingBox();
    if (!box) throw new Error('the slider has no place');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    for (const share of [0.45, 0.4, 0.35, 0.3]) await page.mouse.move(box.x + box.width * share, y);
    await page.mouse.up();
    await figure(page, 'Power online').filter({ hasNotText: '5.00' }).waitFor();
    await page.getByLabel('Text', { exact: true }).check();
    await focusEditor(page);
    await page.keyboard.press('Control+Z');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
  });

  it('writes a picked date as it was spelt, and takes it back in one step', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment.begins');
    const field = page.locator('.form-label input').first();
    const written = await field.inputValue();
    const picker = page.getByLabel(/: date picker$/).first();
    await picker.fill('2026-09');
    await picker.fill('2026-11');
    await picker.blur();
    await expect.poll(() => field.inputValue()).toBe('2026-11');
    await save(page);
    expect(read(baseId)).not.toBe(before);
    expect(read(baseId).length).toBe(before.length);
    await undoInText(page);
    await save(page);
    expect(read(baseId)).toBe(before);
    expect(written).not.toBe('2026-11');
  });

  it('writes an override where the value is inherited', async () => {
    const { page } = bench();
    await page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await page.locator('.status-file', { hasText: '3-gw' }).waitFor();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment.term');
    const field = page.locator('.form-label input').first();
    await field.fill('8 years');
    await field.press('Enter');
    await page.getByLabel('Text', { exact: true }).check();
    await page.locator('.view-line', { hasText: 'term: 8 years' }).waitFor();
  });

  it('says at the field why a value cannot be read, offers the repair, and writes nothing meanwhile', async () => {
    const { page, read } = bench();
    const before = read(baseId);
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('capacity.ceiling');
    const field = page.locator('.form-label input').first();
    await field.fill('5 gw');
    await field.press('Enter');
    const fault = page.locator('.form-fault');
    expect(await fault.textContent()).toContain('"gw" is not a unit');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(read(baseId)).toBe(before);
    await fault.getByRole('button', { name: 'Write "GW"' }).click();
    await fault.waitFor({ state: 'detached' });
    await save(page);
    expect(read(baseId)).toBe(before.replace('value: up to 5 GW,', 'value: 5 GW,'));
  });

  it('takes a change back from inside a field that holds nothing of its own', async () => {
    const { page } = bench();
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment.term');
    const field = page.locator('.form-label input').first();
    await field.fill('8 years');
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('8 years');
    await field.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe('10 years');
  });

  it('leads from a quantity to the assumption it refers to, and finds by the words on screen', async () => {
    const { page } = bench();
    await page.getByLabel('Form', { exact: true }).check();
    const find = page.getByLabel('Find a quantity');
    await find.fill('average draw');
    await page.getByRole('button', { name: /^Average draw is the assumption/ }).click();
    expect(await find.inputValue()).toBe('assumptions.average-draw');
    expect(await page.locator('.form-label input').first().inputValue()).toContain('pert(');
  });
});
