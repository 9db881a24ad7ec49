import { complete } from '#shared/scenario/assist/complete.ts';
import { definition } from '#shared/scenario/assist/definition.ts';
import { entryAt } from '#shared/scenario/assist/entry-at.ts';
import { hover } from '#shared/scenario/assist/hover.ts';
import { lenses } from '#shared/scenario/assist/lenses.ts';
import { outline } from '#shared/scenario/assist/outline.ts';
import { quickFixes } from '#shared/scenario/assist/quick-fixes.ts';
import { scanText } from '#shared/scenario/assist/scan-text.ts';
import { formatDocument } from '#shared/scenario/edit/format-document.ts';
import { renameKey } from '#shared/scenario/edit/rename-key.ts';
import { cannotEdit } from '#shared/scenario/edit/text-edit.ts';
import { type Inspection, inspectScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { QuestionName, Questions } from './questions.ts';

const isVariant = (text: string) => /^extends:/m.test(text);

type Answers = {
  readonly [K in QuestionName]: (
    source: ScenarioSource,
    extra: Questions[K]['with'],
  ) => Questions[K]['answer'];
};

/** How each question is answered; runs in a worker, so that a long file never holds up a key stroke. */
export function createAnswers(): Answers {
  let last: { readonly source: ScenarioSource; readonly inspection: Inspection } | null = null;
  const inspect = (source: ScenarioSource): Inspection => {
    if (last?.source.text !== source.text || last.source.id !== source.id) {
      last = { source, inspection: inspectScenario(source) };
    }
    return last.inspection;
  };
  const keyAt = (text: string, offset: number) => {
    const entry = entryAt(scanText(text), offset);
    return entry && offset >= entry.keyFrom && offset <= entry.keyTo ? entry : null;
  };
  return {
    complete: (source, { offset }) => complete(source, offset),
    hover: (source, { offset }) => hover(source, offset, inspect(source)),
    definition: (source, { offset }) => definition(source, offset),
    outline: ({ text }) => outline(text),
    fixes: ({ text }, { problems }) => problems.map((problem) => quickFixes(text, problem)),
    lenses(source) {
      const found = lenses(source.id, inspect(source));
      // A file that only uses catalogues overrides nothing: all of it is its own.
      return isVariant(source.text) ? found : found.filter((lens) => lens.path.startsWith('assumptions.'));
    },
    renamable({ text }, { offset }) {
      const entry = keyAt(text, offset);
      return entry && { from: entry.keyFrom, to: entry.keyTo, name: text.slice(entry.keyFrom, entry.keyTo) };
    },
    rename({ text }, { offset, name }) {
      const entry = keyAt(text, offset);
      return entry
        ? renameKey(text, entry.path, name)
        : cannotEdit('not-found', 'Put the cursor on the key that is to be renamed.');
    },
    format: ({ text }) => formatDocument(text),
  };
}
