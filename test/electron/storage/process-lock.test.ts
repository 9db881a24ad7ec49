import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withProcessLock } from '../../../electron/storage/process-lock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('withProcessLock', () => {
  it('lets one task in at a time, and takes its lock away when it ends or fails', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'locks', 'a.lock');
    let inside = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await pause(2);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, () => withProcessLock(path, task)));
    expect(most).toBe(1);
    await expect(withProcessLock(path, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await readdir(join(folder, 'locks'))).toEqual([]);
  });

  it('does not wait for a process that has died', async () => {
    const path = join(await temporaryFolder(), 'a.lock');
    await writeFile(path, String(spawnSync(process.execPath, ['-e', '']).pid));
    const started = performance.now();
    expect(await withProcessLock(path, async () => 'done')).toBe('done');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('goes on after a while where a lock is never given back', async () => {
    const path = join(await temporaryFolder(), 'a.lock');
    await writeFile(path, String(process.ppid));
    expect(await withProcessLock(path, async () => 'done')).toBe('done');
  });

  it('runs without a lock where none can be had', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    expect(await withProcessLock(join(folder, 'file', 'a.lock'), async () => 'done')).toBe('done');
    await mkdir(join(folder, 'folder'));
    expect(await withProcessLock(join(folder, 'folder', 'x'.repeat(300)), async () => 'done')).toBe('done');
  });
});
