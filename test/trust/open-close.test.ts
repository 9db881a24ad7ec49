import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLoopback } from '../../electron/loopback/server.ts';
import { openLibrary } from '../../renderer/state/stores.ts';
import { smallText } from '../contract/suite.ts';
import { openRawLine } from '../support/raw-line.ts';
import { heapBytes } from './support/heap.ts';
import { times, tried } from './support/tried.ts';
import { openWindow, ownPlaces, startService } from './support/window.ts';

const id = 'deal.scenario.yaml';
/** What a program may grow by after it has done everything once. */
const growthAllowed = 1.1;

async function program() {
  const places = await ownPlaces();
  await writeFile(join(places.library, id), smallText);
  return { places, service: await startService(places) };
}

describe('rapid opening and closing', () => {
  it('of windows that come and go in the middle of their work leaves nothing behind', async () => {
    const { service } = await program();
    const count = times(60, 500);
    const cycle = async (turn: number): Promise<void> => {
      const { stores, host, crash } = openWindow(service);
      const opening = openLibrary(stores);
      if (turn % 3 === 0) return crash();
      await opening;
      stores.documents.edit(id, `${smallText}# ${turn}\n`);
      if (turn % 3 === 1) return crash();
      await stores.safety.journal.flush();
      await host.call('journal.clear', { id });
      crash();
    };
    for (let turn = 0; turn < 30; turn += 1) await cycle(turn);
    const before = heapBytes();
    for (let turn = 0; turn < count; turn += 1) await cycle(turn);
    const growth = heapBytes() / before;
    expect(growth).toBeLessThan(growthAllowed);
    const { stores } = openWindow(service);
    await openLibrary(stores);
    const lost = stores.documents.find(id)?.text === smallText ? 0 : 1;
    tried({ what: 'windows opened and closed', times: count, lost, note: `heap ×${growth.toFixed(3)}` });
  });

  it('of scenarios in one window leaves nothing behind and loses no save', async () => {
    const { service } = await program();
    const { stores } = openWindow(service);
    await openLibrary(stores);
    const count = times(60, 500);
    let lost = 0;
    const cycle = async (turn: number): Promise<void> => {
      await stores.files.open(id);
      const text = `${smallText}# turn ${turn}\n`;
      stores.documents.edit(id, text);
      if (!(await stores.files.save(id))) lost += 1;
      stores.files.close(id);
      const reply = await stores.host.call('scenario.open', { id });
      if (!reply.ok || reply.value.text !== text) lost += 1;
    };
    for (let turn = 0; turn < 20; turn += 1) await cycle(turn);
    const before = heapBytes();
    for (let turn = 0; turn < count; turn += 1) await cycle(turn);
    const growth = heapBytes() / before;
    expect(growth).toBeLessThan(growthAllowed);
    tried({
      what: 'scenarios opened, saved and closed',
      times: count,
      lost,
      note: `heap ×${growth.toFixed(3)}`,
    });
  });

  it('of pages on the browser host never locks a new page out', async () => {
    const { places, service } = await program();
    const server = await startLoopback({ service, page: places.page, port: 0 });
    onTestFinished(() => server.close());
    const count = times(150, 500);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const line = await openRawLine(server, `page-number-${turn}`);
      const reply = await line.ask('app.describe', {});
      if (!Object(reply).ok) lost += 1;
      line.socket.terminate();
    }
    tried({ what: 'pages opened and closed', times: count, lost });
  });
});
