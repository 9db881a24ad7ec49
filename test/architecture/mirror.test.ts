import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

/**
 * A file with run-time code in `shared` or `electron` is reached by some test: directly by a test of its name, or through
 * the imports of one. What no test reaches is not known to work.
 */
describe('the mirror', () => {
  it('reaches every file of shared and electron from a test', () => {
    const files = new Map(sources('shared', 'electron', 'test').map((file) => [file.path, file]));
    const reached = new Set<string>();
    // Entries run as programs of their own: specs start them as processes, and reach through them what they import themselves.
    const isEntry = (path: string) =>
      /^electron\/(main|preload|launch|packaging)\//.test(path) ||
      /^electron\/(headless|loopback)\/main\.ts$/.test(path) ||
      path === 'electron/engine/worker.ts';
    const throughEntries = [...files.values()]
      .filter(({ path }) => isEntry(path))
      .flatMap(({ imports }) => imports.flatMap(({ target }) => target ?? []));
    const queue = [...[...files.keys()].filter((path) => path.startsWith('test/')), ...throughEntries];
    while (queue.length > 0) {
      const path = queue.pop() ?? '';
      if (reached.has(path)) continue;
      reached.add(path);
      for (const one of files.get(path)?.imports ?? [])
        if (one.target !== null && files.has(one.target)) queue.push(one.target);
    }
    const isOnlyTypes = (text: string) => !/\bexport (?:async )?(?:function|const|class)\b/.test(text);
    const unreached = [...files.values()]
      .filter((file) => !file.path.startsWith('test/') && !isEntry(file.path) && !isOnlyTypes(file.text))
      .map((file) => file.path)
      .filter((path) => !reached.has(path));
    expect(unreached).toEqual([]);
  });
});
