import type { Inspection } from '../read.ts';
import type { Node } from '../text/node.ts';
import { isVariantFile } from './is-variant-file.ts';

/** A remark shown above a line. */
export interface Lens {
  readonly from: number;
  readonly to: number;
  readonly path: string;
  readonly title: string;
}

/** Remarks for a text: what each override replaces, what it removes, and how often an assumption is used. */
export function lenses(id: string, { changes, scenario, tree }: Inspection): readonly Lens[] {
  // Of what stands on used catalogues alone only what it replaces is worth a line.
  const isVariant = isVariantFile(tree, id);
  const overrides = changes.flatMap((change) => {
    const place = (change.after ?? change.before)?.place;
    if (place?.file !== id || change.kind === 'removed') return [];
    if (change.kind === 'added' && !isVariant) return [];
    const title =
      change.kind === 'added'
        ? 'added by this variant'
        : `${isVariant ? 'base' : 'catalogue'}: ${shortly(change.before)}`;
    return [{ from: place.from, to: place.to, path: change.path, title }];
  });
  if (scenario === null || tree === null) return overrides;
  const uses = new Map<string, number>();
  for (const { reference } of scenario.inputs) {
    if (reference !== null) uses.set(reference, (uses.get(reference) ?? 0) + 1);
  }
  const assumptions = tree.entries.find(({ key }) => key === 'assumptions')?.value;
  const used =
    assumptions?.kind === 'map'
      ? assumptions.entries
          .filter(({ key, keyPlace }) => keyPlace.file === id && uses.has(key))
          .map(({ key, keyPlace }) => ({
            from: keyPlace.from,
            to: keyPlace.to,
            path: `assumptions.${key}`,
            title: timesUsed(uses.get(key) ?? 0),
          }))
      : [];
  return [...overrides, ...used].sort((a, b) => a.from - b.from);
}

function shortly(node: Node | null): string {
  if (node?.kind === 'scalar') return node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text;
  const value = node?.kind === 'map' ? node.entries.find(({ key }) => key === 'value')?.value : undefined;
  return value ? shortly(value) : 'something else';
}

function timesUsed(count: number): string {
  return count === 1 ? 'used once' : `used ${count} times`;
}
