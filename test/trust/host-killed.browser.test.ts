import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallText } from '../contract/suite.ts';
import { randomWith } from '../support/mutate-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { crash, openPage, ready, typeAtEnd } from './support/browser.ts';
import { startHost } from './support/restartable-host.ts';
import { times, tried } from './support/tried.ts';

const id = 'deal.scenario.yaml';

describe('the browser host', () => {
  it('killed while the page is typing loses at most the last second, which a new page is offered', async () => {
    const host = await startHost(await temporaryFolder(), { [id]: smallText });
    const random = randomWith(11);
    const count = times(2, 12);
    let lost = 0;
    let worst = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const page = await openPage(host.address());
      await typeAtEnd(page, '# ');
      const moments: number[] = [];
      const digits = 20 + Math.floor(random() * 40);
      for (let digit = 0; digit < digits; digit += 1) {
        await page.keyboard.type(String(digit % 10));
        moments.push(performance.now());
        await page.waitForTimeout(25);
      }
      const killed = performance.now();
      await host.kill();
      await page.close();
      await host.start();
      const next = await openPage(host.address());
      const dialog = next.getByRole('dialog', { name: 'Unsaved work was found' });
      await dialog.waitFor();
      await dialog.locator('.difference .view-line').first().waitFor();
      await dialog.getByRole('button', { name: 'Recover' }).click();
      await dialog.waitFor({ state: 'detached' });
      await next.getByRole('button', { name: 'Save', exact: true }).click();
      await next.locator('.status-file', { hasText: 'saved' }).waitFor();
      await expect.poll(() => readFile(join(host.library, id), 'utf8')).toMatch(/# \d*$/);
      const text = await readFile(join(host.library, id), 'utf8');
      const kept = /# (\d*)$/.exec(text)?.[1]?.length ?? 0;
      const age = kept >= moments.length ? 0 : killed - (moments[kept] ?? killed);
      worst = Math.max(worst, age);
      if (age > 1_000) lost += 1;
      await typeAtEnd(next, '\n');
      await next.keyboard.press('Control+s');
      await expect.poll(() => readFile(join(host.library, id), 'utf8')).toMatch(/\n$/);
      await next.close();
    }
    tried({
      what: 'host killed while typing',
      times: count,
      lost,
      note: `at most ${worst.toFixed(0)} ms of typing`,
    });
  });

  it('killed and started again with the page open goes on where it was', async () => {
    const host = await startHost(await temporaryFolder(), { [id]: smallText });
    const page = await openPage(host.address());
    const count = times(1, 5);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      await typeAtEnd(page, `# before ${turn}`);
      await host.kill();
      await page.keyboard.type(`, meanwhile ${turn}`);
      await page.keyboard.press('Control+s');
      await page.locator('.notice-trouble').first().waitFor();
      await host.start();
      // Opening the new address in the same tab changes only its fragment: the page stays, with all that was typed.
      await page.evaluate((hash) => location.assign(hash), new URL(host.address()).hash);
      await page.keyboard.type(`, after ${turn}\n`);
      const expected = `# before ${turn}, meanwhile ${turn}, after ${turn}\n`;
      await expect
        .poll(
          async () => {
            await page.keyboard.press('Control+s');
            return readFile(join(host.library, id), 'utf8');
          },
          { timeout: 20_000 },
        )
        .toContain(expected);
      if (!(await readFile(join(host.library, id), 'utf8')).startsWith(smallText)) lost += 1;
      expect(new URL(page.url()).hash).toBe('');
    }
    // The file is written before the page knows that it is.
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    await page.reload();
    await ready(page);
    expect(await page.getByRole('dialog').allInnerTexts()).toEqual([]);
    tried({ what: 'host restarted under an open page', times: count, lost });
  });

  it('gives a page that crashes its text back', async () => {
    const host = await startHost(await temporaryFolder(), { [id]: smallText });
    const count = times(2, 10);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const page = await openPage(host.address());
      await typeAtEnd(page, `# turn ${turn}`);
      await page.waitForTimeout(1_000);
      await crash(page);
      const next = await openPage(host.address());
      const dialog = next.getByRole('dialog', { name: 'Unsaved work was found' });
      await dialog.getByRole('button', { name: 'Recover' }).click();
      await dialog.waitFor({ state: 'detached' });
      await next.locator('.monaco-editor .view-line', { hasText: `# turn ${turn}` }).waitFor();
      await next.keyboard.press('Control+1');
      await next.locator('.monaco-editor.focused').waitFor();
      await next.keyboard.press('Control+s');
      await next.locator('.status-file', { hasText: '· saved' }).waitFor();
      if (!(await readFile(join(host.library, id), 'utf8')).endsWith(`# turn ${turn}`)) lost += 1;
      await typeAtEnd(next, '\n');
      await next.keyboard.press('Control+s');
      await next.locator('.status-file', { hasText: '· saved' }).waitFor();
      await next.close();
    }
    tried({ what: 'page crashed', times: count, lost });
  });
});
