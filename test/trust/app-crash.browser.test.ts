import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomWith } from '../support/mutate-text.ts';
import { ask, baseId, bootApp, killApp } from './support/app.ts';
import { ready, typeAtEnd } from './support/browser.ts';
import { times, tried } from './support/tried.ts';

describe('the app after a crash', () => {
  it('of its window says what is safe, loads the page anew, and gives the text back', async () => {
    const app = await bootApp();
    await ready(app.page);
    await typeAtEnd(app.page, '# typed before the crash');
    await app.page.waitForTimeout(1_000);
    app.tell({ kind: 'answer', dialog: 'showMessageBox', answer: { response: 0 } });
    const loads = () => app.happenings.filter(({ kind }) => kind === 'loaded').length;
    const context = app.page.context();
    app.tell({ kind: 'crash-page' });
    const { options } = await app.heard('dialog');
    expect(options).toMatchObject({ type: 'error', message: 'The window failed and was loaded anew' });
    expect(JSON.stringify(options)).toContain(`${baseId} as of`);
    await expect.poll(loads, { timeout: 30_000 }).toBe(2);
    const page = context.pages().find((one) => one !== app.page) ?? app.page;
    const dialog = page.getByRole('dialog', { name: 'Unsaved work was found' });
    await dialog.getByRole('button', { name: 'Recover' }).click();
    await dialog.waitFor({ state: 'detached' });
    await typeAtEnd(page, ' and after');
    await page.locator('.monaco-editor .view-line', { hasText: 'typed before the crash' }).waitFor();
    expect(await readFile(join(app.library, baseId), 'utf8')).not.toContain('typed before');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => readFile(join(app.library, baseId), 'utf8'))
      .toContain('# typed before the crash and after');
    tried({ what: 'window of the app crashed', times: 1, lost: 0 });
  });

  it('of the machine loses at most the last second, which the next start offers', async () => {
    const count = times(1, 8);
    const random = randomWith(29);
    let app = await bootApp();
    let [lost, worst] = [0, 0];
    for (let turn = 0; turn < count; turn += 1) {
      await ready(app.page);
      await typeAtEnd(app.page, `\n# turn ${turn}: `);
      const moments: number[] = [];
      for (let key = 0; key < 20 + random() * 40; key += 1) {
        await app.page.keyboard.type(String(key % 10));
        moments.push(performance.now());
        await app.page.waitForTimeout(25);
      }
      const killed = performance.now();
      await killApp(app);
      app = await bootApp(app);
      const dialog = app.page.getByRole('dialog', { name: 'Unsaved work was found' });
      await dialog.getByRole('button', { name: 'Recover' }).click();
      await dialog.waitFor({ state: 'detached' });
      await app.page.keyboard.press('Control+s');
      const saved = () => readFile(join(app.library, baseId), 'utf8');
      await expect.poll(saved, { timeout: 20_000 }).toContain(`# turn ${turn}: `);
      const kept = new RegExp(`# turn ${turn}: (\\d*)$`).exec(await saved())?.[1]?.length ?? 0;
      const age = kept >= moments.length ? 0 : killed - (moments[kept] ?? killed);
      worst = Math.max(worst, age);
      if (age > 1_000) lost += 1;
    }
    tried({
      what: 'kill -9 of the app',
      times: count,
      lost,
      note: `at most ${worst.toFixed(0)} ms of typing`,
    });
  });

  it('of its main process says what is safe, copies diagnostics when asked, and keeps scenarios out of the log', async () => {
    const app = await bootApp();
    const text = 'offtake: 1\ntitle: Secret deal\n';
    await ask(app, 'journal.note', { id: 'secret.scenario.yaml', text, revision: null, base: '' });
    app.tell({ kind: 'answer', dialog: 'showMessageBoxSync', answer: 1 });
    app.tell({ kind: 'defect' });
    const { options } = await app.heard('dialog');
    expect(options).toMatchObject({ message: 'Offtake has met a fault and must close' });
    expect(JSON.stringify(options)).toContain('secret.scenario.yaml as of');
    expect(await app.ended).toBe(1);
    const copied = await app.heard('copied');
    const log = await readFile(join(app.home, 'offtake.log'), 'utf8');
    expect(log).toMatch(/the program ended: Error \| at /);
    for (const shown of [log, copied.text]) expect(shown).not.toContain('Secret');
    tried({ what: 'main process of the app failed', times: 1, lost: 0 });
  });
});
