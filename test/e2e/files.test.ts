import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { baseId, ceiling, figure, replaceText } from './support/editing.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench?.close());

const status = () => bench.page.locator('.status-file');

describe('files', () => {
  it('shows variants under their base, with the change against it', async () => {
    const { page } = bench;
    const branch = page.locator('.library-list li', { hasText: 'Amazon – Anthropic, April 2026' }).first();
    await branch.locator('li button', { hasText: 'three gigawatts' }).click();
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page.locator('.figure', { hasText: 'Power online' }).filter({ hasText: '\u22122.00' }).waitFor();
    expect(await page.locator('.doc-tab').count()).toBe(2);
  });

  it('makes a variant of the scenario on screen and saves it under a name', async () => {
    const { page, read } = bench;
    await page.keyboard.press('Control+Shift+N');
    await page.getByLabel('Name', { exact: true }).fill('Less power');
    await page.getByRole('button', { name: 'Create' }).click();
    await status().filter({ hasText: 'less-power.scenario.yaml · not saved yet' }).waitFor();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await page.keyboard.press('Control+S');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await status().filter({ hasText: '· saved' }).waitFor();
    const id = (await status().textContent())?.split(' · ')[0] ?? '';
    expect(read(id)).toContain(`extends: ${baseId}`);
  });

  it('starts a new scenario that runs', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+N');
    await page.getByLabel('Name', { exact: true }).fill('My deal');
    await page.getByRole('button', { name: 'Create' }).click();
    await figure(page, 'Power online').filter({ hasText: '1.00' }).waitFor();
    expect(await page.locator('.run-state .tag').count()).toBe(0);
  });

  it('asks when the file changed on disk meanwhile, and overwrites only when told to', async () => {
    const { page, read, write } = bench;
    const theirs = read(baseId).replace(ceiling('up to 5 GW'), ceiling('up to 2 GW'));
    await replaceText(page, ceiling('up to 5 GW'), ceiling('up to 3 GW'));
    write(baseId, theirs);
    await status().filter({ hasText: 'changed on disk' }).waitFor();
    await page.keyboard.press('Control+S');
    const dialog = page.getByRole('dialog', { name: 'The file changed on disk' });
    await dialog.waitFor();
    expect(read(baseId)).toBe(theirs);
    await dialog.getByRole('button', { name: 'Overwrite with mine' }).click();
    await status().filter({ hasText: '· saved' }).waitFor();
    expect(read(baseId)).toContain('up to 3 GW');
    expect(read(baseId)).not.toContain('up to 2 GW');
  });

  it('reads a file again that changed on disk while nothing was unsaved', async () => {
    const { page, read, write } = bench;
    write(baseId, read(baseId).replace('up to 5 GW', 'up to 2 GW'));
    await figure(page, 'Power online').filter({ hasText: '2.00' }).waitFor();
    await status().filter({ hasText: '· saved' }).waitFor();
  });

  it('asks before unsaved changes are closed', async () => {
    const { page, read } = bench;
    await replaceText(page, ceiling('up to 5 GW'), ceiling('up to 3 GW'));
    await page.getByRole('button', { name: /^Close Amazon/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Save the changes?' });
    await dialog.getByRole('button', { name: 'Save and close' }).click();
    await page.locator('.empty', { hasText: 'Choose a scenario' }).waitFor();
    expect(read(baseId)).toContain('up to 3 GW');
  });

  it('renames, duplicates and trashes from the menu of a file', async () => {
    const { page } = bench;
    const row = (text: string) => page.locator('.library-row', { hasText: text }).first();
    await row('three gigawatts').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await status().filter({ hasText: '3-gw-2.scenario.yaml' }).waitFor();
    await page.locator('.library-row-active').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await page.getByLabel('Name', { exact: true }).fill('other name');
    await page.getByRole('button', { name: 'Rename' }).click();
    await status().filter({ hasText: 'other-name.scenario.yaml · saved' }).waitFor();
    await page.locator('.library-row-active').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move to trash…' }).click();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.locator('.notice', { hasText: 'trash folder' }).waitFor();
    await status().filter({ hasNotText: 'other-name' }).waitFor();
  });

  it('renames a base, shows the lines of its variants that follow, and keeps them under it', async () => {
    const { page, read } = bench;
    await page
      .locator('.library-row', { hasText: 'Amazon – Anthropic, April 2026' })
      .first()
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    // The name it has already is no mistake, and nothing to be done either.
    await page.locator('.field-note:not(.bad)', { hasText: `File: ${baseId}` }).waitFor();
    expect(await page.getByRole('button', { name: 'Rename' }).isDisabled()).toBe(true);
    await page.getByLabel('Name', { exact: true }).fill('as signed');
    const lines = page.getByRole('list', { name: 'Lines that are rewritten' });
    const line = lines.getByRole('listitem').filter({ hasText: '3-gw.scenario.yaml' });
    await line.filter({ hasText: 'extends: as-signed.scenario.yaml' }).waitFor();
    expect(read('3-gw.scenario.yaml')).toContain(`extends: ${baseId}`);
    await page.getByRole('button', { name: 'Rename' }).click();
    await status().filter({ hasText: 'as-signed.scenario.yaml · saved' }).waitFor();
    expect(read('3-gw.scenario.yaml')).toContain('extends: as-signed.scenario.yaml');
    const branch = page.locator('.library-list li', { hasText: 'Amazon – Anthropic, April 2026' }).first();
    await branch.locator('li button', { hasText: 'three gigawatts' }).click();
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
  });

  it('lists files that come, change their title and go while it is open', async () => {
    const { page, write, remove } = bench;
    const row = (text: string) => page.locator('.library-row', { hasText: text });
    write('from-mail.scenario.yaml', 'offtake: 1\ntitle: Came by mail\n');
    await row('Came by mail').waitFor();
    write('from-mail.scenario.yaml', 'offtake: 1\ntitle: Called otherwise\n');
    await row('Called otherwise').waitFor();
    remove('from-mail.scenario.yaml');
    await row('Called otherwise').waitFor({ state: 'detached' });
  });

  it('takes in a file that is dropped on the library', async () => {
    const { page, read } = bench;
    const text = read('3-gw.scenario.yaml').replace('three gigawatts', 'from elsewhere');
    await page.locator('.library').evaluate((library, content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'elsewhere.scenario.yaml'));
      library.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, text);
    await page.locator('.doc-tab-active', { hasText: 'from elsewhere' }).waitFor();
  });

  it('lists what was open last, in the library and the palette, and opens it again', async () => {
    const { page } = bench;
    const recent = page.getByRole('region', { name: 'Recent' });
    expect(await recent.count()).toBe(0);
    await page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page.getByRole('button', { name: /^Close .*three gigawatts/ }).click();
    await recent.getByRole('button', { name: /three gigawatts/ }).waitFor();
    await page.keyboard.press('Control+K');
    const again = page.locator('[cmdk-group]', { hasText: 'Open again' });
    await again.getByRole('option', { name: /three gigawatts/ }).waitFor();
    await page.keyboard.press('Escape');
    await recent.getByRole('button', { name: /three gigawatts/ }).click();
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await recent.waitFor({ state: 'detached' });
  });

  it('begins a scenario from a template, which stays as it is', async () => {
    const { page, read } = bench;
    const templates = page.getByRole('region', { name: 'Templates' });
    expect(await templates.getByRole('button').count()).toBe(5);
    const row = templates.getByRole('button', { name: /commitment/i }).first();
    const id = ((await row.getAttribute('title')) ?? '').split('\n')[1]?.split(' ')[0] ?? '';
    const before = read(id);
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New variant…' }).click();
    await page.getByLabel('Name', { exact: true }).fill('From a template');
    await page.getByRole('button', { name: 'Create' }).click();
    await status().filter({ hasText: 'from-a-template.scenario.yaml · not saved yet' }).waitFor();
    await page.locator('.figure-value').first().filter({ hasText: /\d/ }).waitFor();
    expect(await page.locator('.run-state .tag').count()).toBe(0);
    expect(read(id)).toBe(before);
  });

  it('keeps charts and layout with the folder, so that a copy of it brings them along', async () => {
    const { page, read } = bench;
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('Control+Shift+M');
    await page.getByRole('dialog').locator('.measures-charts input').first().uncheck();
    await page.keyboard.press('Escape');
    await expect.poll(() => layoutIn(read).period).toBe('year');
    await expect.poll(() => layoutIn(read).charts).not.toContain('capacity');
    const other = await openBench({ layout: read('.offtake/layout.json') });
    try {
      expect(await other.page.getByLabel('Year', { exact: true }).isChecked()).toBe(true);
      expect(await other.page.locator('[data-chart="capacity"]').count()).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('opens again on what was open last', async () => {
    const { page, read, reopen } = bench;
    await page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await expect.poll(() => read('../memory/settings.json')).toMatch(/"recent": \[\s*"3-gw/);
    const again = await reopen();
    await again.locator('.doc-tab-active', { hasText: 'three gigawatts' }).waitFor();
  });
});

/** The layout in the folder of the library; that of the very beginning while there is none. */
function layoutIn(read: Bench['read']): { readonly period?: string; readonly charts?: readonly string[] } {
  try {
    return JSON.parse(read('.offtake/layout.json'));
  } catch {
    return {};
  }
}
