import type { OutlineItem } from '#shared/scenario/assist/outline.ts';
import { monaco } from '../monaco.ts';
import { modelNear, sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf } from './ranges.ts';

/** Goes from a name to what it names, in this file or the one it builds on. */
export function definitionProvider(ask: Ask): monaco.languages.DefinitionProvider {
  return {
    async provideDefinition(model, position) {
      const place = await ask('definition', sourceOf(model), { offset: model.getOffsetAt(position) });
      const target = place && modelNear(model, place.file);
      return place && target ? { uri: target.uri, range: rangeOf(target, place) } : null;
    },
  };
}

/** Lists the keys of the text as a tree. */
export function symbolProvider(ask: Ask): monaco.languages.DocumentSymbolProvider {
  return {
    displayName: 'Scenario',
    async provideDocumentSymbols(model) {
      const items = await ask('outline', sourceOf(model), {});
      return items.map((item) => symbolOf(model, item));
    },
  };
}

function symbolOf(model: monaco.editor.ITextModel, item: OutlineItem): monaco.languages.DocumentSymbol {
  const range = rangeOf(model, item);
  return {
    name: item.label,
    detail: item.detail,
    kind: item.items.length > 0 ? monaco.languages.SymbolKind.Object : monaco.languages.SymbolKind.Field,
    tags: [],
    range,
    selectionRange: range,
    children: item.items.map((one) => symbolOf(model, one)),
  };
}
