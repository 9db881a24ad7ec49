import { conditional, type ExportDocument } from '#shared/export/document.ts';
import { appProperties, coreProperties } from '../open-xml/properties.ts';
import type { DeckBase } from './base.ts';

/** Says what the deck is, in place of what its template said of itself, and packs it. */
export function finishDeck({ package: deck }: DeckBase, { version, scenarios }: ExportDocument): Uint8Array {
  const properties = {
    title: scenarios.map(({ title }) => title).join(' · '),
    description: conditional,
    version,
  };
  for (const kind of ['core-properties', 'extended-properties', 'custom-properties', 'thumbnail']) {
    for (const { id, target } of deck.related('', kind)) {
      deck.unrelate('', id);
      deck.remove(target);
    }
  }
  deck.put(
    'docProps/core.xml',
    coreProperties(properties),
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  deck.put(
    'docProps/app.xml',
    appProperties(properties),
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
  deck.relate('', 'core-properties', 'docProps/core.xml');
  deck.relate('', 'extended-properties', 'docProps/app.xml');
  deck.dropUnreachable();
  return deck.pack();
}
