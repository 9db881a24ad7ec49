import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { smallText } from '../contract/suite.ts';
import { focusEditor } from '../e2e/support/editing.ts';
import { save } from '../e2e/support/forming.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPage, typeAtEnd } from './support/browser.ts';
import { startHost } from './support/restartable-host.ts';
import { tried } from './support/tried.ts';

const id = 'deal.scenario.yaml';

/** Runs a command as a person does who does not know its place. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.locator('[cmdk-input]').fill(words);
  await page.locator('[cmdk-item]', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Keeps a picture where the caller of the tests asks for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['OFFTAKE_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe('versions, in a real page', () => {
  it('are compared with the text of now, named, brought back and undone', async () => {
    const host = await startHost(await temporaryFolder(), { [id]: smallText });
    const page = await openPage(host.address());
    const read = () => readFile(join(host.library, id), 'utf8');
    for (const turn of ['alpha', 'omega']) {
      await typeAtEnd(page, `# ${turn}\n`);
      await save(page);
    }
    // As long as sources and notes are: what differs must be in sight, to the last word.
    await typeAtEnd(page, `# not saved yet${', nor said before'.repeat(12)}`);
    await command(page, 'Versions of this');
    const dialog = page.getByRole('dialog', { name: 'Versions' });
    const list = dialog.getByRole('list', { name: 'Versions' }).getByRole('button');
    // The text before the first save is a version too.
    await expect.poll(() => list.count()).toBe(3);
    await list.last().click();
    const [before, now] = [dialog.locator('.editor.original'), dialog.locator('.editor.modified')];
    await now.locator('.view-line', { hasText: /not.saved.yet/ }).waitFor();
    await now.locator('.view-line', { hasText: /omega/ }).waitFor();
    expect(await before.textContent()).not.toContain('omega');
    const ends = await now
      .locator('.view-line > span')
      .evaluateAll((words) => words.map((word) => word.getBoundingClientRect().right));
    const sight = await now.boundingBox();
    expect(Math.max(...ends)).toBeLessThanOrEqual((sight?.x ?? 0) + (sight?.width ?? 0));
    await picture(page, 'versions-light');
    await dialog.getByLabel('Name', { exact: true }).fill('as received');
    await dialog.getByRole('button', { name: 'Name this version' }).click();
    await list.filter({ hasText: 'as received' }).waitFor();
    await dialog.getByRole('button', { name: 'Restore this version' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.status-file', { hasText: 'unsaved changes' }).waitFor();
    expect(await read()).toBe(`${smallText}# alpha\n# omega\n`);
    await focusEditor(page);
    await page.keyboard.press('Control+z');
    await page.locator('.monaco-editor .view-line', { hasText: /not.saved.yet/ }).waitFor();
    await page.keyboard.press('Control+y');
    await page
      .locator('.monaco-editor .view-line', { hasText: /not.saved.yet/ })
      .waitFor({ state: 'detached' });
    await save(page);
    expect(await read()).toBe(smallText);
    // What the restored text replaced is a version itself.
    await command(page, 'Versions of this');
    await expect.poll(() => list.count()).toBeGreaterThanOrEqual(3);
    await list.filter({ hasText: 'as received' }).waitFor();
    tried({ what: 'versions compared, named, restored, undone', times: 4, lost: 0 });
  });

  it('leave the page in words fit for a report of a fault, without a word of a scenario', async () => {
    const text = smallText.replace('Small deal', 'Project Nightfall');
    const host = await startHost(await temporaryFolder(), { [id]: text });
    const page = await openPage(host.address());
    await command(page, 'Copy diagnostics');
    await page.locator('.notice', { hasText: 'Nothing of your scenarios is in it' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Offtake \d/);
    const secrets = [
      'Nightfall',
      'Anthropic',
      '$12B',
      id,
      new URL(host.address()).hash.replace('#token=', ''),
    ];
    const lost = secrets.filter((word) => copied.includes(word)).length;
    tried({ what: 'diagnostics copied: words that must not be there', times: secrets.length, lost });
  });
});
