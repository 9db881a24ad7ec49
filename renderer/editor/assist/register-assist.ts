import { idOf } from '../models.ts';
import { monaco } from '../monaco.ts';
import { startAssistant } from './assistant.ts';
import { fixProvider, formatProvider, renameProvider } from './change-providers.ts';
import { completionProvider } from './completion-provider.ts';
import { hoverProvider } from './hover-provider.ts';
import { lensProvider } from './lens-provider.ts';
import { definitionProvider, symbolProvider } from './navigation-providers.ts';
import { shareLensProvider } from './share-lens-provider.ts';

/** What the help in the editor needs of the window around it. */
export interface AssistOutlets {
  /** Shows a place of another file. */
  readonly showPlace: (file: string, from: number, to: number) => void;
  /** Tells why something that was asked for was not done. */
  readonly refuse: (why: string) => void;
}

let isRegistered = false;
let outlets: AssistOutlets = { showPlace: () => undefined, refuse: () => undefined };

/** Teaches Monaco the format, once; later calls only tell who is spoken to from now on. */
export function registerAssist(to: AssistOutlets): void {
  outlets = to;
  if (isRegistered) return;
  isRegistered = true;
  const ask = startAssistant();
  const { languages } = monaco;
  languages.registerCompletionItemProvider('yaml', completionProvider(ask));
  languages.registerHoverProvider('yaml', hoverProvider(ask));
  languages.registerDefinitionProvider('yaml', definitionProvider(ask));
  languages.registerDocumentSymbolProvider('yaml', symbolProvider(ask));
  languages.registerCodeActionProvider('yaml', fixProvider(ask));
  languages.registerRenameProvider('yaml', renameProvider(ask));
  languages.registerDocumentFormattingEditProvider(
    'yaml',
    formatProvider(ask, (why) => outlets.refuse(why)),
  );
  // Of several lenses on a line those of the last provider come first: the short ones.
  languages.registerCodeLensProvider('yaml', shareLensProvider);
  languages.registerCodeLensProvider('yaml', lensProvider(ask));
  monaco.editor.registerEditorOpener({
    openCodeEditor(_source, resource, selection) {
      const model = monaco.editor.getModel(resource);
      if (!model) return false;
      const range =
        selection &&
        monaco.Range.lift('startLineNumber' in selection ? selection : monaco.Range.fromPositions(selection));
      const from = range ? model.getOffsetAt(range.getStartPosition()) : 0;
      const to = range ? model.getOffsetAt(range.getEndPosition()) : 0;
      outlets.showPlace(idOf(model), from, to);
      return true;
    },
  });
}
