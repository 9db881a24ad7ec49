import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#shared/scenario/read.ts';
import { openLibrary } from '../../renderer/state/stores.ts';
import { smallText } from '../contract/suite.ts';
import { fillLibrary, longScenario } from '../support/large-library.ts';
import { openStorage } from './children/storage.ts';
import { heapBytes } from './support/heap.ts';
import { times, tried } from './support/tried.ts';
import { openWindow, ownPlaces, startService } from './support/window.ts';

const id = 'deal.scenario.yaml';
const growthAllowed = 1.1;
const scenarios = 200;
const longLines = 5_000;

describe('load', () => {
  it('of a library of two hundred scenarios: every one listed, opened, saved and found again', async () => {
    const places = await ownPlaces();
    fillLibrary(places.library, scenarios);
    const { files } = await openStorage({
      library: places.library,
      memory: join(places.library, '..', 'memory'),
    });
    const listed = await files.list();
    const refs = listed.ok ? listed.value.filter(({ kind }) => kind === 'scenario') : [];
    expect(refs).toHaveLength(scenarios);
    expect(refs.filter(({ base }) => base !== null)).toHaveLength((scenarios * 3) / 4);
    let lost = 0;
    for (const ref of refs) {
      const opened = await files.open(ref.id);
      if (!opened.ok) lost += 1;
      else {
        const saved = await files.save(ref.id, `${opened.value.text}# seen\n`, ref.revision);
        const again = await files.open(ref.id);
        if (!saved.ok || !again.ok || again.value.text !== `${opened.value.text}# seen\n`) lost += 1;
      }
    }
    tried({ what: 'load: scenarios of a library', times: scenarios, lost });
  });

  it('of a scenario of five thousand lines: read without a fault, edited, noted and recovered', async () => {
    const text = longScenario(longLines, 1_000);
    expect(text.split('\n').length).toBeGreaterThanOrEqual(longLines);
    const places = await ownPlaces();
    fillLibrary(places.library, 4);
    await writeFile(join(places.library, id), text);
    const service = await startService(places);
    const { stores, host, crash } = openWindow(service);
    await stores.files.open(id);
    const files = await host.call('scenario.companions', { id, text });
    const reading = readScenario({ id, text, files: files.ok ? files.value.files : {} });
    expect(reading.ok ? [] : reading.error).toEqual([]);
    const count = times(10, 200);
    const lines = text.split('\n');
    for (let edit = 0; edit < count; edit += 1) {
      lines[(edit * 97) % lines.length] += ' # edited';
      stores.documents.edit(id, lines.join('\n'));
      await stores.safety.journal.flush();
    }
    crash();
    const next = openWindow(service);
    await openLibrary(next.stores);
    const [work] = next.stores.safety.leftWorks.store.getState().list;
    if (work) await next.stores.safety.leftWorks.recover(work);
    const lost = next.stores.documents.find(id)?.text === lines.join('\n') ? 0 : 1;
    tried({ what: 'load: edits of 5,000 lines', times: count, lost });
  });

  it('of ten thousand edits: all of them noted, none lost in a crash, and nothing piled up', async () => {
    const places = await ownPlaces();
    await writeFile(join(places.library, id), smallText);
    const service = await startService(places);
    const { stores, crash } = openWindow(service);
    await stores.files.open(id);
    const count = times(600, 10_000);
    const edit = async (from: number, to: number): Promise<void> => {
      for (let number = from; number < to; number += 1) {
        stores.documents.edit(id, `${smallText}# ${'typed '.repeat(number % 30)}${number}\n`);
        if (number % 10 === 0) await stores.safety.journal.flush();
        if (number % 500 === 499) await stores.files.save(id);
      }
      await stores.safety.journal.flush();
    };
    await edit(0, Math.round(count / 5));
    const before = heapBytes();
    await edit(Math.round(count / 5), count + 1);
    const growth = heapBytes() / before;
    expect(growth).toBeLessThan(growthAllowed);
    crash();
    const next = openWindow(service);
    await openLibrary(next.stores);
    const [work] = next.stores.safety.leftWorks.store.getState().list;
    if (work) await next.stores.safety.leftWorks.recover(work);
    const text = next.stores.documents.find(id)?.text;
    const lost = text === `${smallText}# ${'typed '.repeat(count % 30)}${count}\n` ? 0 : 1;
    tried({ what: 'load: edits in one sitting', times: count, lost, note: `heap ×${growth.toFixed(3)}` });
  });
});
