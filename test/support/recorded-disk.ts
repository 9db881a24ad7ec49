import { readFileSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disk, DiskStep } from './power-loss.ts';

type FileSystem = typeof import('node:fs/promises');

/** A real disk under which everything that is done to it is written down. */
export interface RecordedDisk {
  readonly steps: DiskStep[];
  /** Starts anew from what some paths hold now; folders among them. */
  readonly begin: (...paths: readonly string[]) => Disk;
  /** The file system to use in the place of the real one. */
  readonly over: (real: FileSystem) => FileSystem;
}

/** Makes a record; the file system under it does all that it is told. */
export function recordDisk(): RecordedDisk {
  const steps: DiskStep[] = [];
  const files = new Map<string, number>();
  let latest = 0;

  function numberOf(path: string): number {
    const known = files.get(path);
    if (known !== undefined) return known;
    latest += 1;
    files.set(path, latest);
    return latest;
  }

  function named(path: string): void {
    files.delete(path);
    steps.push({ kind: 'name', path, file: numberOf(path) });
  }

  const isFolder = (path: string): boolean =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

  /** A handle whose flushes are written down; what it writes is read back when it is. */
  function watched(path: string, handle: FileHandle): FileHandle {
    const file = isFolder(path) ? null : numberOf(path);
    const flush = (): void => {
      if (file === null) steps.push({ kind: 'flush-folder', folder: path });
      else steps.push({ kind: 'flush-file', file });
    };
    const wrote = (): void => {
      if (file !== null) steps.push({ kind: 'contents', file, text: readFileSync(path, 'utf8') });
    };
    const after: Readonly<Record<string, () => void>> = {
      sync: flush,
      datasync: flush,
      write: wrote,
      writeFile: wrote,
      truncate: wrote,
    };
    return new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        const note = after[String(name)];
        return async (...given: unknown[]) => {
          const answer: unknown = await Reflect.apply(member, target, given);
          note?.();
          return answer;
        };
      },
    });
  }

  return {
    steps,
    begin: (...paths) => {
      steps.length = 0;
      files.clear();
      const names = new Map(
        paths.map((path) => [path, isFolder(path) ? ('folder' as const) : numberOf(path)]),
      );
      const contents = new Map([...files].map(([path, file]) => [file, readFileSync(path, 'utf8')]));
      return { names, contents };
    },
    over: (real) => ({
      ...real,
      open: async (path, flags, mode) => {
        const wasThere = statSync(String(path), { throwIfNoEntry: false }) !== undefined;
        const handle = await real.open(path, flags, mode);
        if (!wasThere) named(String(path));
        return watched(String(path), handle);
      },
      mkdir: (async (path: string, options: { recursive: true }) => {
        const first = await real.mkdir(path, options);
        const made: string[] = [];
        for (let at = path; first !== undefined && at.length >= first.length; at = dirname(at)) made.push(at);
        for (const folder of made.reverse()) steps.push({ kind: 'folder', path: folder });
        return first;
      }) as FileSystem['mkdir'],
      rename: async (from, to) => {
        await real.rename(from, to);
        files.set(String(to), numberOf(String(from)));
        files.delete(String(from));
        steps.push({ kind: 'rename', from: String(from), to: String(to) });
      },
      link: async (from, to) => {
        await real.link(from, to);
        files.set(String(to), numberOf(String(from)));
        steps.push({ kind: 'name', path: String(to), file: numberOf(String(from)) });
      },
      unlink: async (path) => {
        await real.unlink(path);
        files.delete(String(path));
        steps.push({ kind: 'remove', path: String(path) });
      },
    }),
  };
}
