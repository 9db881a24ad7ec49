import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillLibrary, longScenario } from '../support/large-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPage, typeAtEnd } from './support/browser.ts';
import { startHost } from './support/restartable-host.ts';
import { times, tried } from './support/tried.ts';

const id = 'aaa-long.scenario.yaml';
const growthAllowed = 1.1;

/** Bytes the page holds on to, once everything else has been let go of. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

describe('load, in a real page', () => {
  it('of typing into five thousand lines while a hundred thousand draws are made: no key is lost and nothing piles up', async () => {
    const folder = await temporaryFolder();
    const host = await startHost(folder, { [id]: longScenario(5_000, 100_000) });
    fillLibrary(host.library, 200);
    const text = await readFile(join(host.library, id), 'utf8');
    await writeFile(join(host.library, 'amazon-anthropic.scenario.yaml'), text);
    const page = await openPage(host.address());
    const session = await page.context().newCDPSession(page);
    await typeAtEnd(page, '# ');
    const type = async (count: number): Promise<void> => {
      for (let key = 0; key < count; key += 1) {
        await page.keyboard.type(String(key % 10));
        await page.waitForTimeout(30);
      }
    };
    const warmUp = 60;
    const count = times(120, 1_500);
    await type(warmUp);
    const before = await heapOf(session);
    await type(count);
    const growth = (await heapOf(session)) / before;
    await page.keyboard.press('Control+s');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    const saved = await readFile(join(host.library, 'amazon-anthropic.scenario.yaml'), 'utf8');
    const digits = (keys: number) => Array.from({ length: keys }, (_, key) => key % 10).join('');
    const lost = saved === `${text}# ${digits(warmUp)}${digits(count)}` ? 0 : 1;
    expect(growth).toBeLessThan(growthAllowed);
    tried({
      what: 'load: keys typed during 100,000 draws',
      times: warmUp + count,
      lost,
      note: `heap of the page ×${growth.toFixed(3)}`,
    });
  });
});
