import { useEffect, useRef } from 'react';
import { alignedLine, textPlaces } from '#shared/scenario/compare/text-places.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { UndoMemory } from './model-with-undo.ts';
import { documentModel, syncModel } from './models.ts';
import { monaco } from './monaco.ts';
import { applyEditorTheme } from './theme.ts';

interface SideBySideProps {
  readonly left: ScenarioSource;
  readonly right: ScenarioSource;
  readonly theme: string;
  readonly undoMemory: UndoMemory;
  readonly onEdit: (id: string, text: string) => void;
}

/**
 * Two editors that scroll together: what one speaks of at its top, the other shows at its top as far as it speaks of it. For
 * another pair of scenarios it is made anew, by its key.
 */
export function SideBySide({ left, right, theme, undoMemory, onEdit }: SideBySideProps) {
  const leftBox = useRef<HTMLDivElement>(null);
  const rightBox = useRef<HTMLDivElement>(null);
  const first = useRef({ left, right, undoMemory });
  const editors = useRef<readonly monaco.editor.IStandaloneCodeEditor[]>([]);
  const edit = useRef(onEdit);
  edit.current = onEdit;

  useEffect(() => {
    applyEditorTheme(theme !== 'light', theme === 'high-contrast');
  }, [theme]);

  useEffect(() => {
    const { left: one, right: two, undoMemory: memory } = first.current;
    if (!leftBox.current || !rightBox.current) return;
    const onLeft = makeEditor(leftBox.current, documentModel(one.id, one.text, memory));
    const onRight = makeEditor(rightBox.current, documentModel(two.id, two.text, memory));
    editors.current = [onLeft, onRight];
    const hearers = [
      hearEdits(onLeft, one.id, (id, text) => edit.current(id, text)),
      hearEdits(onRight, two.id, (id, text) => edit.current(id, text)),
      ...scrollTogether(onLeft, onRight),
    ];
    return () => {
      for (const hearer of hearers) hearer.dispose();
      onLeft.dispose();
      onRight.dispose();
    };
  }, []);

  useEffect(() => {
    for (const [at, { id, text }] of [left, right].entries()) {
      const model = documentModel(id, text, undoMemory);
      syncModel(model, text, false);
      // Work that was brought back comes with a model of its own.
      if (editors.current[at]?.getModel() !== model) editors.current[at]?.setModel(model);
    }
  }, [left, right, undoMemory]);

  return (
    <div className="side-by-side">
      <div ref={leftBox} className="side-by-side-editor" />
      <div ref={rightBox} className="side-by-side-editor" />
    </div>
  );
}

function makeEditor(
  box: HTMLDivElement,
  model: monaco.editor.ITextModel,
): monaco.editor.IStandaloneCodeEditor {
  return monaco.editor.create(box, {
    model,
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: true,
    fontSize: 12,
    lineHeight: 18,
    lineNumbersMinChars: 3,
    folding: false,
    renderLineHighlight: 'line',
    renderFinalNewline: 'on',
    overviewRulerLanes: 0,
    ariaLabel: `Text of ${model.uri.path.slice(1)}`,
  });
}

function hearEdits(
  editor: monaco.editor.IStandaloneCodeEditor,
  id: string,
  onEdit: (id: string, text: string) => void,
): monaco.IDisposable {
  return editor.onDidChangeModelContent((change) => {
    if (!change.isFlush && editor.hasTextFocus()) onEdit(id, editor.getValue());
  });
}

/** The editor that the user scrolls leads; the other follows without leading back. */
function scrollTogether(
  one: monaco.editor.IStandaloneCodeEditor,
  two: monaco.editor.IStandaloneCodeEditor,
): monaco.IDisposable[] {
  let following: monaco.editor.IStandaloneCodeEditor | null = null;
  const lead = (leader: monaco.editor.IStandaloneCodeEditor, follower: monaco.editor.IStandaloneCodeEditor) =>
    leader.onDidScrollChange((event) => {
      if (!event.scrollTopChanged || following === leader) return;
      const top = leader.getVisibleRanges()[0]?.startLineNumber ?? 1;
      const line = alignedLine(textPlaces(leader.getValue()), textPlaces(follower.getValue()), top);
      following = follower;
      follower.setScrollTop(follower.getTopForLineNumber(line));
      requestAnimationFrame(() => {
        following = null;
      });
    });
  return [lead(one, two), lead(two, one)];
}
