import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppDescription, ScenarioRef } from '#shared/contract/calls.ts';
import type { Host } from '#shared/contract/host.ts';

export interface LibraryState {
  readonly app: AppDescription | null;
  readonly refs: readonly ScenarioRef[];
}

/** The scenario files there are, and the door they are behind. */
export interface Library {
  readonly store: StoreApi<LibraryState>;
  /** Reads the list anew. Wishes that come while it is being read are met together, by one more reading. */
  refresh(): Promise<void>;
  /** An id near the wished one that no file has yet. */
  freeId(wished: string): string;
}

const ending = '.scenario.yaml';

export function createLibrary(host: Host): Library {
  const store = createStore<LibraryState>(() => ({ app: null, refs: [] }));
  const read = async (): Promise<void> => {
    const [app, list] = await Promise.all([host.call('app.describe', {}), host.call('scenario.list', {})]);
    store.setState({
      ...(app.ok ? { app: app.value } : {}),
      ...(list.ok ? { refs: list.value } : {}),
    });
  };
  let reading: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return {
    store,
    refresh() {
      const begin = (): Promise<void> => {
        next = null;
        reading = read();
        return reading;
      };
      next ??= reading.then(begin, begin);
      return next;
    },
    freeId(wished) {
      const taken = new Set(store.getState().refs.map((ref) => ref.id));
      const stem = wished.endsWith(ending) ? wished.slice(0, -ending.length) : wished;
      for (let count = 1; ; count++) {
        const id = `${stem}${count === 1 ? '' : `-${count}`}${ending}`;
        if (!taken.has(id)) return id;
      }
    },
  };
}

/** Makes the id of a scenario file from a name as a person types it. */
export function idFromName(name: string): string {
  const plain = name
    .trim()
    .replace(/\.scenario\.ya?ml$|\.ya?ml$/i, '')
    .split('/')
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/[^\w.\s-]/g, '')
        .trim()
        .replace(/[\s_]+/g, '-')
        .toLowerCase(),
    )
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  return `${plain === '' ? 'untitled' : plain}${ending}`;
}

/** A scenario and the scenarios that extend it. */
export interface LibraryNode {
  readonly ref: ScenarioRef;
  readonly variants: readonly LibraryNode[];
}

/** Puts variants under their base; a file whose base is not in the library stands on its own. */
export function libraryTree(refs: readonly ScenarioRef[]): LibraryNode[] {
  const ids = new Set(refs.map((ref) => ref.id));
  const isRoot = (ref: ScenarioRef) => ref.base === null || !ids.has(ref.base) || ref.base === ref.id;
  const under = (ref: ScenarioRef, above: readonly string[]): LibraryNode => ({
    ref,
    variants: refs
      .filter((one) => one.base === ref.id && !isRoot(one) && !above.includes(one.id))
      .map((one) => under(one, [...above, one.id])),
  });
  return refs.filter(isRoot).map((ref) => under(ref, [ref.id]));
}
