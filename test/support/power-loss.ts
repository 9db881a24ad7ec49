import { dirname } from 'node:path';

/** What a program did to a disk, one step after the other. A file is known by its number, since its names come and go. */
export type DiskStep =
  | { readonly kind: 'contents'; readonly file: number; readonly text: string }
  | { readonly kind: 'flush-file'; readonly file: number }
  | { readonly kind: 'name'; readonly path: string; readonly file: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'flush-folder'; readonly folder: string };

type NameStep = Extract<DiskStep, { kind: 'name' | 'folder' | 'rename' | 'remove' }>;

/** What a disk holds once the power is back: the text of every file that can be reached by name. */
export type Survivors = ReadonlyMap<string, string>;

/** The names and contents of a disk, folders among the names. */
export interface Disk {
  readonly names: ReadonlyMap<string, number | 'folder'>;
  readonly contents: ReadonlyMap<number, string>;
}

/**
 * Every disk that may be found after the power was lost, by the least that a file system promises: of names that were not
 * flushed any may have changed and any not, in whatever order; of contents that were not flushed any part may be there.
 */
export function afterPowerLoss(start: Disk, steps: readonly DiskStep[]): Survivors[] {
  const lasting = new Map(start.names);
  const flushed = new Map(start.contents);
  const written = new Map(start.contents);
  let waiting: NameStep[] = [];
  for (const step of steps) {
    if (step.kind === 'contents') written.set(step.file, step.text);
    else if (step.kind === 'flush-file') flushed.set(step.file, written.get(step.file) ?? '');
    else if (step.kind === 'flush-folder') {
      for (const change of waiting) if (folderOf(change) === step.folder) apply(lasting, change);
      waiting = waiting.filter((change) => folderOf(change) !== step.folder);
    } else waiting.push(step);
  }
  return subsets(waiting).flatMap((kept) => {
    const names = new Map(lasting);
    for (const change of kept) apply(names, change);
    return [0, 0.5, 1].map((part) => survivors(names, part));
  });

  function survivors(names: ReadonlyMap<string, number | 'folder'>, part: number): Survivors {
    const isThere = (folder: string): boolean =>
      names.get(folder) === 'folder' && (start.names.has(folder) || isThere(dirname(folder)));
    const files = [...names].filter(([path, file]) => file !== 'folder' && isThere(dirname(path)));
    return new Map(files.map(([path, file]) => [path, torn(Number(file), part)]));
  }

  /** What the disk may hold of a file whose last contents were not flushed; what was flushed and only added to stays. */
  function torn(file: number, part: number): string {
    const [before, after] = [flushed.get(file) ?? '', written.get(file) ?? ''];
    const flushedLength = after.startsWith(before) ? before.length : 0;
    return after.slice(0, flushedLength + Math.floor((after.length - flushedLength) * part));
  }
}

function folderOf(change: NameStep): string {
  return dirname(change.kind === 'rename' ? change.to : change.path);
}

function apply(names: Map<string, number | 'folder'>, change: NameStep): void {
  if (change.kind === 'name') names.set(change.path, change.file);
  else if (change.kind === 'folder') names.set(change.path, 'folder');
  else if (change.kind === 'remove') names.delete(change.path);
  else {
    const file = names.get(change.from);
    if (file !== undefined) names.set(change.to, file);
    names.delete(change.from);
  }
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => all.flatMap((one) => [one, [...one, item]]), [[]]);
}
