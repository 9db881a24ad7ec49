import { useEffect, useRef } from 'react';
import type { Problem } from '#shared/scenario/problem.ts';
import { noteCompanions } from './assist/model-source.ts';
import { registerAssist } from './assist/register-assist.ts';
import { noteShares, type TextLenses } from './assist/share-lens-provider.ts';
import { createEcho } from './echo.ts';
import { editorHandle } from './editor-handle.ts';
import { showMarkers } from './markers.ts';
import type { UndoMemory } from './model-with-undo.ts';
import { documentModel, holdTogether, idOf, keepModels, syncModel, type TextRange } from './models.ts';
import { monaco } from './monaco.ts';
import { keepPlace, restorePlace } from './places.ts';
import { giveTabAWayOut } from './tab-way-out.ts';
import { applyEditorTheme } from './theme.ts';

export interface ScenarioEditorProps {
  readonly id: string;
  readonly text: string;
  readonly isReadOnly: boolean;
  /** Where what can be taken back outlives the editor. */
  readonly undoMemory: UndoMemory;
  readonly problems: readonly Problem[];
  /** What the inputs of the text drive; null while that is not known of this very text. */
  readonly shares: TextLenses | null;
  /** Texts of the files it builds on, by id. */
  readonly files: Readonly<Record<string, string>>;
  /** All open documents: models of others are let go of. */
  readonly openIds: readonly string[];
  readonly theme: 'light' | 'dark' | 'high-contrast';
  /** True while text comes from a drag elsewhere, which is to be one step of undo. */
  readonly isInGesture: boolean;
  /** A place to show and select; a new object each time it is asked for. */
  readonly reveal: TextRange | null;
  /** The place was shown: an editor that is made later does not go there again. */
  readonly onRevealed: () => void;
  /** Shows a place of another file, as when following a name to where it is defined. */
  readonly onShowPlace: (file: string, from: number, to: number) => void;
  /** Tells why something that was asked of the editor was not done. */
  readonly onRefuse: (why: string) => void;
  readonly onEdit: (id: string, text: string) => void;
  /** Gives a hold on the editor while it is there, then null. */
  readonly onReady: (handle: ReturnType<typeof editorHandle> | null) => void;
}

/** The YAML editor. It shows the text it is given and tells every change; it knows nothing of stores or files. */
export function ScenarioEditor(props: ScenarioEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  const echo = useRef(createEcho()).current;
  const latest = useRef(props);
  latest.current = props;
  const { id, text, files, isReadOnly, problems, shares, openIds, theme, reveal, isInGesture } = props;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = monaco.editor.create(element, editorOptions());
    editor.current = made;
    giveTabAWayOut(made);
    registerAssist({
      showPlace: (file, from, to) => latest.current.onShowPlace(file, from, to),
      refuse: (why) => latest.current.onRefuse(why),
    });
    let following: monaco.IDisposable | undefined;
    made.onDidChangeModel(() => {
      following?.dispose();
      const model = made.getModel();
      // Of the model and not of the editor, which says so only when it has worked out what to draw: a millisecond on the way to the charts.
      following = model?.onDidChangeContent(() => {
        const value = model.getValue();
        echo.told(value);
        latest.current.onEdit(idOf(model), value);
      });
    });
    latest.current.onReady(editorHandle(made));
    return () => {
      latest.current.onReady(null);
      keepPlace(made);
      following?.dispose();
      made.dispose();
      editor.current = null;
    };
  }, [echo]);

  useEffect(() => {
    applyEditorTheme(theme !== 'light', theme === 'high-contrast');
  }, [theme]);

  useEffect(() => {
    const made = editor.current;
    if (!made) return;
    made.setModel(documentModel(id, latest.current.text, latest.current.undoMemory));
    restorePlace(made);
    return () => keepPlace(made);
  }, [id]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model || !isInGesture) return;
    holdTogether(model, true);
    return () => holdTogether(model, false);
  }, [isInGesture]);

  useEffect(() => {
    const made = editor.current;
    if (!made?.getModel() || echo.isOwn(text)) return;
    const { id, undoMemory, isInGesture } = latest.current;
    // Work that is brought back comes with a history of its own.
    const model = documentModel(id, text, undoMemory);
    if (made.getModel() === model) syncModel(model, text, isInGesture);
    else made.setModel(model);
  }, [text, echo]);

  useEffect(() => noteCompanions(id, files), [id, files]);

  useEffect(() => {
    editor.current?.updateOptions({ readOnly: isReadOnly });
  }, [isReadOnly]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model && id !== '') showMarkers(model, problems);
  }, [problems, id]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model && id !== '') noteShares(model, shares);
  }, [shares, id]);

  useEffect(() => keepModels(openIds), [openIds]);

  useEffect(() => {
    const made = editor.current;
    const model = made?.getModel();
    if (!made || !model || !reveal) return;
    const from = model.getPositionAt(reveal.from);
    const range = monaco.Range.fromPositions(from, model.getPositionAt(reveal.to));
    made.setSelection(range);
    made.revealRangeInCenterIfOutsideViewport(range);
    made.focus();
    latest.current.onRevealed();
  }, [reveal]);

  return <div ref={box} className="editor-box" data-testid="editor" />;
}

function editorOptions(): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    automaticLayout: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontSize: 12,
    lineHeight: 18,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // A band across a wrapped line was made anew with every letter.
    renderLineHighlight: 'gutter',
    // Nor do blanks that are selected show as dots: their lines were made anew for it.
    renderWhitespace: 'none',
    renderFinalNewline: 'on',
    lineNumbersMinChars: 3,
    folding: true,
    wordWrap: 'on',
    wrappingIndent: 'indent',
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: true },
    suggest: { showWords: false },
    // A word that stands there already must not swallow the end of the line.
    acceptSuggestionOnEnter: 'smart',
    stickyScroll: { enabled: false },
    occurrencesHighlight: 'singleFile',
    // Marked at once, equal words were drawn and taken away again between one key and the next.
    occurrencesHighlightDelay: 250,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    // Which guide the caret stands in is worked out with every letter.
    guides: { indentation: false },
    // Without layers of its own the text is painted as it scrolls, which is done in time for every frame, and a letter costs less.
    disableLayerHinting: true,
    // Scenarios hold no colours, and a number behind a hash in a remark is none.
    colorDecorators: false,
    find: { seedSearchStringFromSelection: 'selection' },
    padding: { top: 6, bottom: 6 },
    scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8 },
    fixedOverflowWidgets: true,
    ariaLabel: 'Scenario text. Press Escape and then Tab to leave the editor.',
    accessibilitySupport: 'auto',
    unusualLineTerminators: 'auto',
    'semanticHighlighting.enabled': false,
  };
}
