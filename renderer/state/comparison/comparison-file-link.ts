import type { StoreApi } from 'zustand/vanilla';
import type { Host } from '#shared/contract/host.ts';
import type { ComparisonFile } from '#shared/scenario/comparison-file/comparison-file.ts';
import { comparisonSuffix } from '#shared/scenario/comparison-file/comparison-file.ts';
import type { Library } from '../library.ts';
import type { Notices } from '../notices.ts';
import type { ComparisonState } from './comparison-state.ts';

interface LinkParts {
  readonly host: Host;
  readonly store: StoreApi<ComparisonState>;
  readonly library: Library;
  readonly notices: Notices;
  readonly show: () => void;
}

/** Joins the comparison with its file. */
export interface ComparisonFileLink {
  open(id: string): Promise<void>;
  save(title: string): Promise<void>;
}

export function createComparisonFileLink(parts: LinkParts): ComparisonFileLink {
  const { host, store, library, notices, show } = parts;
  return {
    async open(id) {
      const reply = await host.call('scenario.open', { id });
      if (!reply.ok) return notices.warn(`file:${id}`, reply.error);
      const { readComparisonFile } = await import('#shared/scenario/comparison-file/read-comparison-file.ts');
      const read = readComparisonFile(id, reply.value.text);
      if (!read.ok) return notices.warn(`file:${id}`, { kind: 'invalid-scenario', problems: read.error });
      const { scenarios, ...wishes } = read.value;
      const folder = id.slice(0, id.lastIndexOf('/') + 1);
      const place = (name: string) => folder + name;
      store.setState({
        ...wishes,
        ticked: scenarios.map(place),
        base: place(wishes.base),
        other: null,
        outcomes: null,
        file: { id, revision: reply.value.ref.revision },
      });
      show();
    },
    async save(title) {
      const { writeComparisonFile } = await import(
        '#shared/scenario/comparison-file/write-comparison-file.ts'
      );
      const state = store.getState();
      const text = writeComparisonFile(contents(state, title));
      const { file } = state;
      const id = file?.id ?? freeId(library, fileName(title));
      const reply =
        file === null
          ? await host.call('scenario.create', { id, text })
          : await host.call('scenario.save', { id, text, basedOn: file.revision });
      if (!reply.ok) return notices.warn(`file:${id}`, reply.error);
      store.setState({ title, file: { id: reply.value.id, revision: reply.value.revision } });
      notices.say(`file:${id}`, `The comparison is saved as ${reply.value.id}.`);
      await library.refresh();
    },
  };
}

function contents(state: ComparisonState, title: string): ComparisonFile {
  const { ticked, base, layout, at, bridge, pinned } = state;
  return {
    title,
    scenarios: ticked,
    base: base ?? ticked[0] ?? '',
    layout: layout === 'inputs' ? 'overlay' : layout,
    at,
    bridge,
    pinned,
  };
}

function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'comparison' : plain;
}

function freeId(library: Library, stem: string): string {
  const taken = new Set(library.store.getState().refs.map((ref) => ref.id));
  for (let count = 1; ; count++) {
    const id = `${stem}${count === 1 ? '' : `-${count}`}${comparisonSuffix}`;
    if (!taken.has(id)) return id;
  }
}
