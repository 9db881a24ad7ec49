import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { smallText } from '../contract/suite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPage, ready, typeAtEnd } from '../trust/support/browser.ts';
import { type RestartableHost, startHost } from '../trust/support/restartable-host.ts';
import { focusEditor } from './support/editing.ts';

const id = 'deal.scenario.yaml';
/** With the time the hand has to rest, what can be taken back is on the disk after this. */
const keptMilliseconds = 1_500;

async function start(): Promise<{ host: RestartableHost; page: Page; file: () => Promise<string> }> {
  const host = await startHost(await temporaryFolder(), { [id]: smallText });
  return {
    host,
    page: await openPage(host.address()),
    file: () => readFile(join(host.library, id), 'utf8'),
  };
}

/** Presses keys in the editor, saves, and waits until the file holds the text. */
async function leadsTo(page: Page, keys: string, file: () => Promise<string>, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press(keys);
  await page.keyboard.press('Control+s');
  await expect.poll(file).toBe(text);
  await page.locator('.status-file', { hasText: '· saved' }).waitFor();
}

/** Kills the program without a word and opens the window of the next. */
async function restart(host: RestartableHost, page: Page): Promise<Page> {
  await page.waitForTimeout(keptMilliseconds);
  await host.kill();
  await page.close();
  await host.start();
  return openPage(host.address());
}

/** Writes three edits, each saved: two at the end of the text, one by the slider of the form. */
async function editThrice(page: Page, file: () => Promise<string>): Promise<readonly string[]> {
  const texts = [smallText];
  const save = async (): Promise<void> => {
    const before = texts.at(-1);
    await page.keyboard.press('Control+s');
    await expect.poll(file).not.toBe(before);
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    texts.push(await file());
  };
  await typeAtEnd(page, '#first');
  await save();
  await page.getByLabel('Form', { exact: true }).check();
  await page.getByLabel('Find a quantity').fill('capacity.ceiling');
  const slider = page.getByRole('slider', { name: /Ceiling: slider/ });
  await slider.focus();
  await page.keyboard.down('ArrowRight');
  await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await save();
  await page.getByLabel('Text', { exact: true }).check();
  await typeAtEnd(page, '-second');
  await save();
  return texts;
}

describe('undo', () => {
  it('goes on through reloading the page, killing the program, and edits by text and form alike', async () => {
    const { host, page, file } = await start();
    const [none = '', one = '', two = '', three = ''] = await editThrice(page, file);
    expect(two).not.toContain('ceiling: 2 GW');
    await page.waitForTimeout(keptMilliseconds);
    await page.reload();
    await ready(page);
    await leadsTo(page, 'Control+z', file, two);
    await leadsTo(page, 'Control+z', file, one);
    const next = await restart(host, page);
    await leadsTo(next, 'Control+z', file, none);
    await leadsTo(next, 'Control+Shift+z', file, one);
    await leadsTo(next, 'Control+y', file, two);
    const last = await restart(host, next);
    await leadsTo(last, 'Control+y', file, three);
    // Something new takes the place of all that could be done again.
    await leadsTo(last, 'Control+z', file, two);
    await leadsTo(last, 'Control+End', file, two);
    await last.keyboard.type('!');
    await leadsTo(last, 'Control+y', file, `${two}!`);
  });

  it('takes back in its steps what was never saved, once it has been recovered', async () => {
    const { host, page, file } = await start();
    await typeAtEnd(page, '# alpha beta gamma');
    const next = await restart(host, page);
    const dialog = next.getByRole('dialog', { name: 'Unsaved work was found' });
    await dialog.getByRole('button', { name: 'Recover' }).click();
    await dialog.waitFor({ state: 'detached' });
    await next.locator('.monaco-editor .view-line', { hasText: '# alpha beta gamma' }).waitFor();
    await leadsTo(next, 'Control+z', file, `${smallText}# alpha beta `);
    await leadsTo(next, 'Control+z', file, `${smallText}# alpha `);
    await leadsTo(next, 'Control+Shift+z', file, `${smallText}# alpha beta `);
  });

  it('takes back a change that was made to the file meanwhile, and then what came before it', async () => {
    const { host, page, file } = await start();
    await typeAtEnd(page, '# mine');
    await page.keyboard.press('Control+s');
    await expect.poll(file).toBe(`${smallText}# mine`);
    await page.waitForTimeout(keptMilliseconds);
    await host.kill();
    await page.close();
    const theirs = `${smallText}# mine`.replace('$12B', '$15B');
    await writeFile(join(host.library, id), theirs);
    await host.start();
    const next = await openPage(host.address());
    await leadsTo(next, 'Control+z', file, `${smallText}# mine`);
    await leadsTo(next, 'Control+z', file, `${smallText}# `);
    await leadsTo(next, 'Control+y', file, `${smallText}# mine`);
    await leadsTo(next, 'Control+y', file, theirs);
  });

  it('stays with a text that gets its first name or another one', async () => {
    const { host, page } = await start();
    await typeAtEnd(page, '# named');
    await page.keyboard.press('Control+Shift+s');
    await page.getByLabel('Name', { exact: true }).fill('other name');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.locator('.status-file', { hasText: 'other-name.scenario.yaml · saved' }).waitFor();
    const other = () => readFile(join(host.library, 'other-name.scenario.yaml'), 'utf8');
    expect(await other()).toBe(`${smallText}# named`);
    await leadsTo(page, 'Control+z', other, `${smallText}# `);
    const next = await restart(host, page);
    await leadsTo(next, 'Control+y', other, `${smallText}# named`);
  });

  it('takes back the layout and the text in the order they were changed, wherever the cursor is, after a restart too', async () => {
    const { host, page, file } = await start();
    const period = (of: Page, name: string) => of.getByLabel(name, { exact: true });
    const outside = async (of: Page, keys: string): Promise<void> => {
      await of.locator('.figure').first().focus();
      await of.keyboard.press(keys);
    };
    await page.keyboard.press('Alt+3');
    await typeAtEnd(page, '#text');
    await page.keyboard.press('Control+s');
    await expect.poll(file).toBe(`${smallText}#text`);
    await page.keyboard.press('Control+Shift+m');
    const measures = page.getByRole('dialog', { name: 'Charts and measures' });
    await measures.locator('.measures-charts input').first().uncheck();
    const hidden = (await measures.locator('.measures-charts label').first().textContent()) ?? '';
    await page.keyboard.press('Escape');
    await page.locator('[data-chart="capacity"]').waitFor({ state: 'detached' });
    expect(hidden).toMatch(/capacity/i);
    const next = await restart(host, page);
    expect(await next.locator('[data-chart="capacity"]').count()).toBe(0);
    await outside(next, 'Control+z');
    await next.locator('[data-chart="capacity"]').waitFor();
    await next.locator('.notice', { hasText: 'Taken back: the charts on the page' }).waitFor();
    expect(await period(next, 'Year').isChecked()).toBe(true);
    await outside(next, 'Control+z');
    await next.locator('.status-file', { hasText: '· unsaved changes' }).waitFor();
    await outside(next, 'Control+z');
    await expect.poll(() => period(next, 'Month').isChecked()).toBe(true);
    await next.keyboard.press('Control+s');
    await expect.poll(file).toBe(smallText);
    for (let times = 0; times < 3; times += 1) await outside(next, 'Control+Shift+z');
    await next.locator('[data-chart="capacity"]').waitFor({ state: 'detached' });
    expect(await period(next, 'Year').isChecked()).toBe(true);
    await next.keyboard.press('Control+s');
    await expect.poll(file).toBe(`${smallText}#text`);
  });
});
