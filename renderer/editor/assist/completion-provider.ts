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

/**
 * What a proposal is found by. An example of a number is found by no key: it shows what may stand there, goes with the first
 * digit, and is never what the Enter takes that ends the line, as `1.15` was behind `pue: 1`.
 */
function foundBy({ kind, insert, label }: Completion): string {
  const isNumber = /^[-+\u2212]?[^\p{L}\d]?\d/u.test(insert);
  return kind === 'example' && isNumber ? '\u0000' : label;
}

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
          filterText: foundBy(one),
        })),
      };
    },
  };
}
