import type { Documents } from '../documents.ts';
import type { EditorLink } from '../editor-link.ts';
import type { Notices } from '../notices.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Histories } from '../safety/histories.ts';
import type { LayoutHistory, LayoutStep, OwnPart } from './layout-history.ts';

/** What taking back needs. */
export interface UndoParts {
  readonly documents: Documents;
  readonly histories: Histories;
  readonly layoutHistory: LayoutHistory;
  readonly editorLink: EditorLink;
  readonly pipeline: Pipeline;
  readonly notices: Notices;
}

/** Takes back and does again, wherever in the window the change was made: in the text, in the form, or in the layout. */
export interface Undo {
  /** Takes the latest change back, of the scenario on screen or of the layout. */
  undo(): void;
  /** Does again what was taken back last. */
  redo(): void;
}

const words: Readonly<Record<OwnPart, string>> = {
  charts: 'the charts on the page',
  own: 'your own charts',
  period: 'the length of a period',
  isCumulative: 'cumulative or per period',
  logarithmic: 'a logarithmic axis',
  tables: 'a chart or its table',
  pinned: 'a pin',
  isLibraryOpen: 'the library shown or hidden',
  sizes: 'the sizes of the areas',
};

export function createUndo(parts: UndoParts): Undo {
  const { documents, histories, layoutHistory, editorLink, pipeline, notices } = parts;
  /** The text can only be taken back where its editor is. */
  const text = () => (editorLink.isAttached() ? histories.of(documents.active()?.id ?? '') : null);
  const tell = (what: string, step: LayoutStep) => {
    const changed = Object.entries(words).filter(([part]) => part in step.after);
    notices.say('undo', `${what}: ${changed.map(([, word]) => word).join(', ')}.`);
    // Charts that come back want their percentiles.
    pipeline.again();
  };
  return {
    undo() {
      const step = layoutHistory.last();
      const written = text()?.past.at(-1)?.when ?? Number.NEGATIVE_INFINITY;
      if (step === null || written >= step.when) return editorLink.step('undo');
      layoutHistory.undo();
      tell('Taken back', step);
    },
    redo() {
      const step = layoutHistory.next();
      const written = text()?.future[0]?.when ?? Number.POSITIVE_INFINITY;
      if (step === null || written <= step.when) return editorLink.step('redo');
      layoutHistory.redo();
      tell('Done again', step);
    },
  };
}
