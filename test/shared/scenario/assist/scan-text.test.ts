import { describe, expect, it } from 'vitest';
import { scanText } from '#shared/scenario/assist/scan-text.ts';
import type { Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import { mutateText, randomWith } from '../../../support/mutate-text.ts';
import { completeText, shippedFiles } from '../../../support/shipped.ts';

/** Every key of a parsed tree with the offset of the key, as `path@offset`. */
function keysOf(node: Node, path: readonly string[]): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap((item, i) => keysOf(item, [...path, String(i + 1)]));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, keyPlace, value }) => {
    const own = [...path, key];
    return [`${own.join('.')}@${keyPlace.from}`, ...keysOf(value, own)];
  });
}

describe('scanning without parsing', () => {
  it.each([
    ...Object.entries(shippedFiles).filter(([id]) => id.endsWith('.yaml')),
    ['complete', completeText] as const,
  ])('finds in %s the keys that parsing finds, at the same places', (id, text) => {
    const { tree } = parseText(id, text);
    if (tree === null) throw new Error('not parsed');
    const isPlace = (path: readonly string[]): boolean => /^\d+$/.test(path.at(-1) ?? '');
    const found = scanText(text)
      .filter(
        ({ path, keyFrom, keyTo }) =>
          !(isPlace(path) && keyTo - keyFrom <= 1 && text[keyFrom] !== path.at(-1)),
      )
      .map(({ path, keyFrom }) => `${path.join('.')}@${keyFrom}`);
    expect(found).toEqual(keysOf(tree, []));
  });

  it('survives damaged texts, and its ranges stay inside one another', () => {
    const random = randomWith(5);
    for (let i = 0; i < 500; i++) {
      const text = mutateText(completeText, random);
      for (const { keyFrom, keyTo, valueFrom, to } of scanText(text)) {
        expect(keyFrom).toBeLessThanOrEqual(keyTo);
        expect(keyTo).toBeLessThanOrEqual(valueFrom);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
