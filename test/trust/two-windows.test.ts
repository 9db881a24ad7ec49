import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomWith } from '../support/mutate-text.ts';
import { times, tried } from './support/tried.ts';
import { type HeadlessWindow, openWindow, ownPlaces, startService } from './support/window.ts';

const id = 'deal.scenario.yaml';
const lines = 40;
const start = Array.from({ length: lines }, (_, line) => `line-${line}: 0`).join('\n');

/** Writes a mark of its own on a line, as typing does. */
function mark({ stores }: HeadlessWindow, line: number, to: string): void {
  const text = stores.documents.find(id)?.text ?? '';
  const changed = text.split('\n').map((each, at) => (at === line ? `line-${line}: ${to}` : each));
  stores.documents.edit(id, changed.join('\n'));
}

/** Saves; where the file has moved on, follows it and tries again, as the window does by itself when it hears of it. */
async function save({ stores, host }: HeadlessWindow): Promise<boolean> {
  for (let turn = 0; turn < 20; turn += 1) {
    if (await stores.files.save(id)) return true;
    stores.dialogs.close();
    const now = await host.call('scenario.open', { id });
    if (now.ok) await stores.files.noteChange(id, now.value.ref.revision);
  }
  return false;
}

describe('two windows on one file', () => {
  it('lose no line of either, whoever saves when', async () => {
    const places = await ownPlaces();
    await writeFile(join(places.library, id), start);
    const service = await startService(places);
    const windows = [openWindow(service), openWindow(service)] as const;
    for (const { stores } of windows) await stores.files.open(id);
    const random = randomWith(5);
    const rounds = times(40, 400);
    const expected = new Map<number, string>();
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      // Each window has lines of its own, never next to one of the other's, so that everything can be joined.
      for (const [which, window] of windows.entries()) {
        const line = Math.floor((random() * lines) / 4) * 4 + which * 2;
        mark(window, line, `${which}-${round}`);
        expected.set(line, `${which}-${round}`);
      }
      const order = random() < 0.5 ? [0, 1] : [1, 0];
      const saved = await Promise.all(order.map((which) => save(windows[which === 0 ? 0 : 1])));
      lost += saved.filter((isSaved) => !isSaved).length;
      const file = (await readFile(join(places.library, id), 'utf8')).split('\n');
      lost += [...expected].filter(([line, to]) => file[line] !== `line-${line}: ${to}`).length;
    }
    expect((await readFile(join(places.library, id), 'utf8')).split('\n')).toHaveLength(lines);
    tried({ what: 'two windows on one file', times: rounds * 2, lost });
  });
});
