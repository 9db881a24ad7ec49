import { afterEach, describe, expect, it } from 'vitest';
import { baseId } from './support/editing.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench({ writes: true });

const base = 'Amazon – Anthropic, April 2026';
const skeptic = 'Amazon – Anthropic, as the skeptic sees it';
const late = 'Amazon – Anthropic, twelve months late';
/** A run of all scenarios may come in between on a busy machine. */
const soon = { timeout: 30_000 };
const skepticId = 'skeptic.scenario.yaml';

/** Goes back to the editor with nothing ticked, and chooses again what a comparison begins with. */
afterEach(async () => {
  const { page } = bench();
  const start = ['Mean', 'Overlay', 'Bridge', 'Input'];
  for (const choice of start) await page.getByLabel(choice, { exact: true }).first().check();
  await page.keyboard.press('Alt+c');
  const ticked = page.locator('.compare-tick:checked');
  for (let left = await ticked.count(); left > 0; left -= 1) await ticked.first().uncheck();
});

async function compare(...titles: readonly string[]): Promise<void> {
  const { page } = bench();
  for (const title of titles) await page.getByLabel(`Compare ${title}`, { exact: true }).check();
  await page.keyboard.press('Alt+c');
  await page.locator('.compare-outcomes tbody tr').first().waitFor();
  await page.locator('.compare-state', { hasText: /^[\d,]+ draws, the same luck in all$/ }).waitFor();
}

/** The line of a measure in the table of outcomes. */
const line = (label: string) =>
  bench().page.locator('.compare-outcomes tbody tr', {
    has: bench().page.getByRole('button', { name: label, exact: true }),
  });

describe('comparing', () => {
  it('sets ticked scenarios side by side with change, share of draws and sampling error', async () => {
    const { page } = bench();
    await compare(base, skeptic, late);
    expect(await page.locator('.compare-head').count()).toBe(3);
    const cells = await line('Capital to date').locator('td').allTextContents();
    expect(cells).toHaveLength(9);
    expect(cells[2]).toMatch(/^−\$[\d.]+B/);
    expect(cells[3]).toMatch(/^−\d+\u202f%$/);
    expect(cells[4]).toMatch(/%/);
    const month = page.getByLabel('Month looked at');
    const last = await month.inputValue();
    await month.selectOption('2027-12');
    await expect
      .poll(async () => (await line('Capital to date').locator('td').allTextContents())[0], soon)
      .not.toBe(cells[0]);
    await page.getByLabel('Central', { exact: true }).first().check();
    await expect
      .poll(async () => line('Online power').locator('td').first().textContent(), soon)
      .not.toContain('±');
    await month.selectOption(last);
  });

  it('names the bars of a bridge in the ink of the theme', async () => {
    const { page } = bench();
    await compare(base, skeptic);
    const name = page.locator('.waterfall .small-label').first();
    const inks: string[] = [];
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const ink = () => name.evaluate((text) => getComputedStyle(text).fill);
      // The page follows a change of the system a moment later.
      await expect.poll(ink, soon).not.toBe(inks[0]);
      inks.push(await ink());
    }
    expect(inks).toHaveLength(2);
  });

  it('explains the difference by a bridge, first on the central path, then over the draws, also for who left meanwhile', async () => {
    const { page } = bench();
    await compare(base, skeptic);
    await page.keyboard.press('Alt+c');
    await page.locator('.compare').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+c');
    const rows = page.getByRole('region', { name: 'Parts of the bridge' }).locator('tbody tr');
    await expect.poll(async () => rows.count(), soon).toBeGreaterThan(6);
    await page.locator('.compare-basis', { hasText: 'draws' }).waitFor();
    expect(await rows.nth(1).textContent()).toMatch(/price decline.*±/);
    expect(await page.locator('.waterfall rect').count()).toBe(await rows.count());
    await line('Capital to date').getByRole('button').click();
    await page.locator('.compare-basis', { hasText: 'Capital to date' }).waitFor();
    await expect.poll(async () => rows.nth(1).textContent(), soon).toContain('draw · facility');
    await page.getByLabel('Theme', { exact: true }).check();
    await expect.poll(async () => rows.nth(1).textContent(), soon).toContain('Capital');
  });

  it('lists the inputs that differ and copies one across with a key, to be undone in its editor', async () => {
    const { page } = bench();
    await compare(base, skeptic);
    await page.getByLabel('Inputs', { exact: true }).check();
    const rows = page.getByRole('region', { name: 'Inputs that differ' }).locator('tbody tr');
    await expect.poll(async () => rows.count(), soon).toBe(6);
    await rows.filter({ hasText: 'growth' }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => rows.count(), soon).toBe(5);
    expect(await rows.filter({ hasText: 'growth' }).count()).toBe(0);
    const tab = page.locator('.doc-tab', { hasText: 'skeptic' });
    await tab.locator('.dirty-dot').waitFor();
    expect(bench().read(skepticId)).toContain('0.5 GW');
  });

  it('shows small multiples on one axis, the two texts scrolled together, and what else differs', async () => {
    const { page } = bench();
    await compare(base, skeptic);
    await page.getByLabel('Small multiples').check();
    const cards = page.locator('.compare-card');
    await expect.poll(async () => cards.count(), soon).toBe(2);
    const axis = async (at: number) => cards.nth(at).locator('svg text').allTextContents();
    await cards.nth(1).locator('svg text').first().waitFor();
    await expect.poll(async () => (await axis(1)).join(' '), soon).toBe((await axis(0)).join(' '));
    await page.getByLabel('Texts', { exact: true }).check();
    const editors = page.locator('.side-by-side-editor');
    await editors.nth(1).locator('.view-line').first().waitFor();
    await editors.nth(0).hover();
    await page.mouse.wheel(0, 6000);
    await editors.nth(1).locator('.view-line', { hasText: 'assumptions' }).first().waitFor();
    await page.getByLabel('Overlay').check();
    await page.getByLabel('Distribution', { exact: true }).check();
    await page.locator('.compare-finding', { hasText: 'lies above the base in' }).waitFor();
    await page.getByLabel('Beliefs & decisions').check();
    await page.locator('th', { hasText: 'New beliefs' }).waitFor();
    await page.getByLabel('Milestones', { exact: true }).check();
    await page
      .locator('.compare-milestones tr', { hasText: 'Commitment met' })
      .locator('text=later')
      .waitFor();
  });

  it('follows edits of a text, and names a scenario that no longer reads', async () => {
    const { page } = bench();
    await compare(base, skeptic);
    const before = await line('Capital to date').textContent();
    bench().write(
      skepticId,
      bench().read(skepticId).replace('facility: { draw: never }', 'facility: { draw: when-available }'),
    );
    await expect.poll(async () => line('Capital to date').textContent(), soon).not.toBe(before);
    bench().write(skepticId, bench().read(skepticId).replace('value: 0.5 GW', 'value: half a GW'));
    await page.locator('.compare-unreadable', { hasText: 'as the skeptic sees it does not read' }).waitFor();
  });

  it('keeps a comparison as a file and opens it again', async () => {
    const { page } = bench();
    await compare(base, late);
    await page.getByRole('button', { name: 'Save comparison' }).click();
    await page.getByLabel('Name of the comparison').fill('On time or late');
    await page.keyboard.press('Enter');
    await expect.poll(() => tryRead('on-time-or-late.comparison.yaml')).toContain(`base: ${baseId}`);
    const again = await bench().reopen();
    await again.getByRole('button', { name: 'On time or late' }).click();
    await again.locator('.compare-head', { hasText: 'twelve months late' }).waitFor();
  });
});

function tryRead(id: string): string {
  try {
    return bench().read(id);
  } catch {
    return '';
  }
}
