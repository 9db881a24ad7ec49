import type { Completion } from '#shared/scenario/assist/completion.ts';
import { monaco } from '../monaco.ts';
import { sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf } from './ranges.ts';

const { CompletionItemKind } = monaco.languages;

const kinds: Readonly<Record<Completion['kind'], monaco.languages.CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  word: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
  measure: CompletionItemKind.Variable,
  example: CompletionItemKind.Value,
};

/** Proposes keys, words, names, units and measures. */
export function completionProvider(ask: Ask): monaco.languages.CompletionItemProvider {
  return {
    triggerCharacters: [' ', ':', '=', '.', '{', '[', ','],
    async provideCompletionItems(model, position) {
      const found = await ask('complete', sourceOf(model), { offset: model.getOffsetAt(position) });
      return {
        suggestions: found.map((one, at) => ({
          label: { label: one.label, description: one.detail },
          kind: kinds[one.kind],
          insertText: one.insert,
          documentation: one.meaning,
          range: rangeOf(model, one),
          sortText: String(at).padStart(4, '0'),
          filterText: one.label,
        })),
      };
    },
  };
}
