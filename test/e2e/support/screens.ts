import type { Page } from 'playwright-core';
import { chart, figure, replaceText } from './editing.ts';

/** A screen or dialog of the window: how a user comes to it from the screen before, and how it goes away again. */
export interface Screen {
  readonly name: string;
  /** What it adds to the window, all else of which stands on a screen before; none where all of it may be new. */
  readonly part?: string;
  readonly show: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

/** Runs a command by its name, as from any keyboard. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder('Type a command or a scenario').fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
}

const dialogPart = '[role="dialog"]';
const dialog = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').waitFor();
};
const dismiss = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const byKeys = (name: string, keys: string): Screen => ({
  name,
  part: dialogPart,
  show: async (page) => {
    await page.keyboard.press(keys);
    await dialog(page);
  },
  leave: dismiss,
});
const byCommand = (name: string, words: string): Screen => ({
  name,
  part: dialogPart,
  show: async (page) => {
    await command(page, words);
    await page.getByRole('dialog', { name: 'Commands and scenarios' }).waitFor({ state: 'detached' });
    await dialog(page);
  },
  leave: dismiss,
});
const details = (name: string): Screen => ({
  name: `details: ${name}`,
  part: '.details',
  show: async (page) => {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await page.locator('.details-body > *').first().waitFor();
  },
});
const choice = (name: string, ready: string): Screen => ({
  name: `compare: ${name}`,
  show: async (page) => {
    await page.getByLabel(name, { exact: true }).check();
    await page.locator(ready).first().waitFor({ timeout: 30_000 });
  },
});

/** The screens of working on one scenario. */
export const workScreens: readonly Screen[] = [
  { name: 'text and charts', show: async () => undefined },
  {
    name: 'chart as a table',
    show: (page) => chart(page, 'capacity').getByRole('button', { name: 'Show as table' }).click(),
    leave: (page) => chart(page, 'capacity').getByRole('button', { name: 'Show as table' }).click(),
  },
  ...['Problems', 'Table', 'Sensitivity', 'Distribution', 'Actuals', 'Ledger', 'Sources', 'Checks'].map(
    details,
  ),
  {
    name: 'details: Explain',
    part: '.details',
    show: async (page) => {
      await figure(page, 'Billed spend').click();
      await page.locator('.explain-formula').waitFor();
    },
    leave: (page) => page.keyboard.press('Control+J'),
  },
  {
    name: 'form',
    show: async (page) => {
      await page.getByLabel('Form', { exact: true }).check();
      await page.locator('.form-field').first().waitFor();
    },
    leave: (page) => page.getByLabel('Text', { exact: true }).check(),
  },
  {
    name: 'menu of a file',
    part: '[role="menu"]',
    show: async (page) => {
      await page.locator('.library-row').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'faults of the text',
    show: async (page) => {
      await replaceText(page, 'offtake: 1', 'offtake: one');
      await page.locator('.card[data-old="true"]').first().waitFor();
    },
    leave: async (page) => {
      await replaceText(page, 'offtake: one', 'offtake: 1');
      await page.locator('.card[data-old="true"]').first().waitFor({ state: 'detached' });
    },
  },
];

/** Every dialog that a user can ask for. */
export const dialogScreens: readonly Screen[] = [
  byKeys('palette', 'Control+K'),
  byKeys('reference', 'F1'),
  byKeys('charts and measures', 'Control+Shift+M'),
  byKeys('new scenario', 'Control+N'),
  byKeys('save as', 'Control+Shift+S'),
  byKeys('new variant', 'Control+Shift+N'),
  byKeys('goal seek', 'Control+Shift+G'),
  byKeys('export', 'Control+E'),
  byCommand('rename', 'Rename'),
  byCommand('move to trash', 'Move to trash'),
  byCommand('sweep', 'Sweep'),
  byCommand('versions', 'Versions'),
  byCommand('left work', 'Recover unsaved work'),
];

/** Comparing two scenarios, by what is shown on the left and how it is explained on the right. */
export const compareScreens: readonly Screen[] = [
  {
    name: 'compare: nothing ticked',
    show: async (page) => {
      await page.keyboard.press('Alt+c');
      await page.locator('.compare .empty').waitFor();
    },
  },
  {
    name: 'compare: overlay',
    show: async (page) => {
      const ticks = page.locator('.compare-tick');
      await ticks.nth(0).check();
      await ticks.nth(1).check();
      await page.locator('.compare-outcomes tbody tr').first().waitFor({ timeout: 60_000 });
      await page
        .locator('.compare-state', { hasText: /draws, the same luck in all$/ })
        .waitFor({ timeout: 60_000 });
    },
  },
  choice('Bridge', '.waterfall rect'),
  choice('Small multiples', '.compare-half .plot'),
  choice('Inputs', '.compare-half tbody tr'),
  choice('Distribution', '.compare-half svg'),
  choice('Beliefs & decisions', '.compare-half .plot, .compare-half .empty, .compare-half p'),
  choice('Milestones', '.compare-half table, .compare-half p'),
  choice('Texts', '.side-by-side .view-line'),
];
