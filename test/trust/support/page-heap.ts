import type { CDPSession } from 'playwright-core';

/** Bytes a page holds on to, by what they are. */
export type PageHeap = ReadonlyMap<string, number>;

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

const pollMilliseconds = 500;
const patienceMilliseconds = 60_000;
/** What two looks at a page may differ by that does nothing. */
const restlessShare = 0.002;
/** Requests that the tools at the other end of the session keep for whoever may ask. */
const keptForTools = 'blink::NetworkResourcesData';

/**
 * Takes down what a page at rest holds on to, without what compilers make of its code: that grows with every turn for as long as
 * they still learn, and says nothing of what is kept.
 */
export async function heapAtRest(session: CDPSession): Promise<PageHeap> {
  await comeToRest(session);
  const chunks: string[] = [];
  const collect = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return weigh(JSON.parse(chunks.join('')));
}

/** Waits until nothing comes and goes any more: an answer on its way weighs as much as a whole scenario. */
async function comeToRest(session: CDPSession): Promise<void> {
  const until = performance.now() + patienceMilliseconds;
  let [before, quiet] = [await usedBytes(session), 0];
  while (quiet < 3) {
    if (performance.now() > until) throw new Error('the page did not come to rest within a minute');
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    const now = await usedBytes(session);
    quiet = Math.abs(now - before) < before * restlessShare ? quiet + 1 : 0;
    before = now;
  }
}

async function usedBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

function weigh({ snapshot, nodes, strings }: Snapshot): PageHeap {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const kinds = types[0];
  if (!Array.isArray(kinds)) throw new Error('a snapshot of the heap names the kinds of its nodes');
  const [kindAt, nameAt, sizeAt] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const at = (node: number, field = 0): number => nodes[node + field] ?? 0;
  const heap = new Map<string, number>();
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = String(kinds[at(node, kindAt)]);
    const name = kind.includes('string') ? '' : (strings[at(node, nameAt)] ?? '');
    if (kind === 'code' || name.startsWith(keptForTools)) continue;
    const what = `${kind} ${name.slice(0, 60)}`.trim();
    heap.set(what, (heap.get(what) ?? 0) + at(node, sizeAt));
  }
  return heap;
}

/** Adds up all a page holds on to. */
export function heldBytes(heap: PageHeap): number {
  return [...heap.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** Lists what has grown most, for whoever has to find out why. */
export function mostGrown(before: PageHeap, after: PageHeap): string {
  return [...after]
    .map(([what, bytes]) => ({ what, growth: bytes - (before.get(what) ?? 0) }))
    .sort((one, other) => other.growth - one.growth)
    .slice(0, 8)
    .map(({ what, growth }) => `${what} +${Math.round(growth / 1_000)} kB`)
    .join(', ');
}
