import type { Lens } from '#shared/scenario/assist/lenses.ts';
import { monaco } from '../monaco.ts';
import { rangeOf } from './ranges.ts';

/** Remarks for one state of a text: their places are offsets into it. */
export interface TextLenses {
  readonly text: string;
  readonly lenses: readonly Lens[];
}

interface Noted {
  readonly version: number;
  readonly lenses: readonly Lens[];
}

const noted = new WeakMap<monaco.editor.ITextModel, Noted>();
const changes = new monaco.Emitter<monaco.languages.CodeLensProvider>();

/** Says above a line what its input drives, as long as the text is the one that was found out about. */
export const shareLensProvider: monaco.languages.CodeLensProvider = {
  onDidChange: changes.event,
  provideCodeLenses(model) {
    const known = noted.get(model);
    const lenses = known?.version === model.getVersionId() ? known.lenses : [];
    return {
      lenses: lenses.map((one) => ({
        range: rangeOf(model, { from: one.from, to: one.from }),
        command: { id: '', title: one.title },
      })),
      dispose: () => undefined,
    };
  },
};

/** Takes the remarks for a model, or takes them back; those for another text than it holds are dropped. */
export function noteShares(model: monaco.editor.ITextModel, found: TextLenses | null): void {
  if (found !== null && found.text === model.getValue()) {
    noted.set(model, { version: model.getVersionId(), lenses: found.lenses });
  } else if (!noted.delete(model)) {
    return;
  }
  changes.fire(shareLensProvider);
}
