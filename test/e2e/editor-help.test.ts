import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { selectText } from './support/editing.ts';
import { save } from './support/forming.ts';

let bench: Bench;
let page: Page;

// One window for all: those that write do so in a file of their own.
beforeAll(async () => {
  bench = await openBench();
  page = bench.page;
});
afterAll(() => bench?.close());

interface HoverPicture {
  readonly width: number;
  readonly words: string;
  readonly svg: string;
}

/** The picture among the words that stand beside the word at the cursor, as a whole, since it may go at any moment. */
function pictureShown(): HoverPicture | null {
  const image = document.querySelector<HTMLImageElement>('.monaco-hover:not(.hidden) img');
  if (image === null) return null;
  return { width: image.naturalWidth, words: image.alt, svg: atob(image.src.split(',')[1] ?? '') };
}

/** Asks with a key for the picture of the word at the cursor: again where lines that came above it moved the text and put it away. */
async function tellPicture(): Promise<HoverPicture> {
  let shown: HoverPicture | null = null;
  const ask = async (): Promise<number | undefined> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+I');
    await page
      .locator('.monaco-hover:not(.hidden) img')
      .waitFor({ timeout: 3_000 })
      .catch(() => undefined);
    shown = await page.evaluate(pictureShown);
    return shown?.width;
  };
  await expect.poll(ask).toBe(264);
  await page.keyboard.press('Escape');
  await page.locator('.monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
  if (shown === null) throw new Error('no picture');
  return shown;
}

/** Follows a name to what it names, and waits for the file and the line. */
async function follow(words: string, file: string, line: string | RegExp): Promise<void> {
  await selectText(page, words);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F12');
  await page.locator('.status-file', { hasText: file }).waitFor();
  await page.locator('.monaco-editor .view-line', { hasText: line }).first().waitFor();
}

const scenario = async (name: string, id: string): Promise<void> => {
  await page.locator('.library-row', { hasText: name }).first().click();
  await page.locator('.status-file', { hasText: id }).waitFor();
  await page.locator('.monaco-editor .view-line', { hasText: 'offtake' }).first().waitFor();
};
const base = 'amazon-anthropic.scenario.yaml';

describe('the help of the editor', () => {
  it('draws how a value is distributed, in the colours of the theme, with words that say the same', async () => {
    await selectText(page, 'slip:                 {');
    await page.keyboard.press('ArrowLeft');
    const colour = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--data-1').trim());
    const light = await tellPicture();
    expect(light.words).toMatch(/^P5 0 months · median 0 months · P95 \d+ months$/);
    expect(light.svg).toContain(await colour());
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme="dark"]').waitFor();
    const dark = await tellPicture();
    expect(dark.svg).toContain(await colour());
    expect(dark.svg).not.toBe(light.svg);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('leaves to the palette what is typed for it while that is still on its way', async () => {
    const { page, context } = bench;
    let release = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(/dialog-host/, async (route) => {
      await isHeld;
      await route.continue();
    });
    await page.reload();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await selectText(page, 'slip:                 {');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('word at tha');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('e cursor');
    release();
    const find = page.getByPlaceholder('Type a command or a scenario');
    await find.waitFor();
    expect(await find.inputValue()).toBe('word at the cursor');
    await page.keyboard.type(' names');
    expect(await find.inputValue()).toBe('word at the cursor names');
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
    expect(await page.locator('.status-file').textContent()).toMatch(/· saved$/);
  });

  it('gives the focus back when a dialog goes, also one that the palette or a menu has led to', async () => {
    const palette = page.getByPlaceholder('Type a command or a scenario');
    for (const keys of ['Control+K', 'F1', 'Control+Shift+G', 'Control+E', 'Control+Shift+M', 'Control+N']) {
      await selectText(page, 'slip:                 {');
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.monaco-editor.focused').waitFor();
    }
    await page.keyboard.press('Control+K');
    await palette.fill('goal seek');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Goal seek' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor.focused').waitFor();
    const row = page.locator('.library-row', { hasText: 'twelve months late' }).first();
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New variant' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('does what was chosen in the palette to what was there when it was chosen, whatever key comes next', async () => {
    await scenario('three gigawatts', '3-gw.scenario.yaml');
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Type a command or a scenario').fill('tick this scenario');
    await page.evaluate(() => {
      const press = (key: string, withControlAndAlt: boolean) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', {
            key,
            code: key,
            ctrlKey: withControlAndAlt,
            altKey: withControlAndAlt,
            bubbles: true,
            cancelable: true,
          }),
        );
      // Nothing is painted in between.
      press('Enter', false);
      press('ArrowLeft', true);
    });
    await page.locator('.status-file', { hasText: base }).waitFor();
    const ticked = page.locator('.compare-tick:checked');
    await expect.poll(() => ticked.count()).toBe(1);
    expect(await ticked.getAttribute('aria-label')).toContain('three gigawatts');
    await ticked.uncheck();
  });

  it('is found in the palette, with its keys beside it', async () => {
    await selectText(page, 'slip:                 {');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+K');
    const find = page.getByPlaceholder('Type a command or a scenario');
    await find.fill('word at the cursor');
    await page
      .getByRole('option', { name: 'Go to what the word at the cursor names' })
      .filter({ hasText: 'F12' })
      .waitFor();
    await page
      .getByRole('option', { name: 'Tell about the word at the cursor' })
      .filter({ hasText: 'Ctrl+I' })
      .waitFor();
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
  });

  it('leads from a source to the document, and from a generation to its line and on to the catalogue', async () => {
    await follow('source: amazon-10q', base, 'amazon-10q:');
    await follow('first: trainium2', base, /trainium2:\s/);
    await page.keyboard.press('F12');
    await page.locator('.status-file', { hasText: 'catalogue/chips.yaml' }).waitFor();
    await page.locator('.monaco-editor .view-line', { hasText: 'trainium2:' }).first().waitFor();
  });

  it('says above a line what it overrides, and leads to the base', async () => {
    await scenario('three gigawatts', '3-gw.scenario.yaml');
    await page.locator('.codelens-decoration', { hasText: 'base: up to 5 GW' }).waitFor();
    await follow('amazon-anthropic.scenario.yaml', base, /Amazon\s–\sAnthropic/);
  });

  it('shows an example of a number until one is typed, which stays as it is when Enter ends its line', async () => {
    const example = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '1.15' });
    const written = page.locator('.monaco-editor .view-line', { hasText: /^\s*pue:/ });
    await scenario('three gigawatts', '3-gw.scenario.yaml');
    await selectText(page, 'status: assumption }');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('pue: ');
    await example.waitFor();
    await page.keyboard.type('1');
    expect(await example.count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => written.textContent()).toMatch(/^\s*pue:\s1$/);
    while ((await written.count()) > 0) await page.keyboard.press('Control+Z');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
  });

  it('proposes names and words in a file that is written half', async () => {
    const proposed = async (typed: string, name: RegExp): Promise<void> => {
      await page.keyboard.type(typed);
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Escape');
    };
    await scenario('three gigawatts', '3-gw.scenario.yaml');
    await selectText(page, 'status: assumption }');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('pue: 1.2: 1.3');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await proposed('source: amazon-', /^amazon-10q/);
    await page.keyboard.press('Enter');
    await proposed('status: ', /^assumption/);
  });

  it('tidies the text by its key and changes nothing else, and says why it leaves a broken one', async () => {
    const late = 'slip-12-months.scenario.yaml';
    await scenario('twelve months late', late);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('seed: 5   ');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('currency: USD');
    await save(page);
    const wide = bench.read(late);
    expect(wide).toMatch(/seed: 5 {3}\n\s*\n\s*\ncurrency: USD$/);
    await page.keyboard.press('Shift+Alt+F');
    await save(page);
    expect(bench.read(late)).toBe(wide.replace(/seed: 5\s+currency: USD$/, 'seed: 5\n\ncurrency: USD\n'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type('title: a: b');
    await page.keyboard.press('Shift+Alt+F');
    await page.locator('.notice', { hasText: 'Not formatted: ' }).waitFor();
  });

  it('keeps to itself what is answered after the text was closed', async () => {
    const own = await openBench();
    onTestFinished(() => own.close());
    await own.context.addInitScript(() => {
      const late = 1_500;
      window.Worker = class extends Worker {
        override set onmessage(hear: (event: MessageEvent) => void) {
          super.onmessage = (event) => setTimeout(() => hear.call(this, event), late);
        }
      };
    });
    await own.page.reload();
    await own.page.locator('.monaco-editor .view-line').first().waitFor();
    await own.page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await own.page.locator('.monaco-editor .view-line', { hasText: 'extends' }).first().waitFor();
    // By now the editor has asked what stands above the lines, and waits.
    await own.page.waitForTimeout(800);
    await own.page.locator('.doc-tab-active .doc-tab-close').click();
    await own.page.locator('.status-file', { hasText: base }).waitFor();
    await own.page.waitForTimeout(3_000);
    expect(own.complaints).toEqual([]);
  });
});
