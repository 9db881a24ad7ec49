import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { useVarianceLenses } from '../state/analysis/use-variance-lenses.ts';
import { showPlace } from '../state/show-place.ts';
import { useActiveDocument, useDocuments, useStores } from '../state/use-stores.ts';
import { Segmented } from '../ui/segmented.tsx';
import type { ShownTheme } from '../ui/wear-theme.ts';
import { firstChart } from './first-chart.ts';
import { OutsideBanner } from './safety/outside-banner.tsx';

// The editor is the largest part of the program: it comes after the figures, its text stands there meanwhile.
const Editor = lazy(async () => {
  await firstChart;
  return { default: (await import('../editor/scenario-editor.tsx')).ScenarioEditor };
});

const Form = lazy(async () => ({ default: (await import('./form/form-panel.tsx')).FormPanel }));

const faces = [
  { value: 'text', label: 'Text' },
  { value: 'form', label: 'Form' },
] as const;

interface EditorPanelProps {
  readonly theme: ShownTheme;
}

/** The text of the scenario on screen. Until the editor has loaded the same text stands in its place. */
export function EditorPanel({ theme }: EditorPanelProps) {
  const stores = useStores();
  const { documents, editorLink, histories, notices } = stores;
  const show = useCallback(
    (file: string, from: number, to: number) => void showPlace(stores, { file, from, to }),
    [stores],
  );
  const reveal = useStore(editorLink.store, (state) => state.reveal);
  const isInGesture = useStore(editorLink.store, (state) => state.isInGesture);
  const [face, setFace] = useState<'text' | 'form'>('text');
  useEffect(() => {
    if (reveal) setFace('text');
  }, [reveal]);
  const document = useActiveDocument();
  const shares = useVarianceLenses();
  const open = useDocuments((state) => state.open);
  const ids = open.map((one) => one.id).join('\n');
  const openIds = useMemo(() => ids.split('\n'), [ids]);
  if (!document) {
    return (
      <section className="panel" aria-label="Editor">
        <p className="empty">Choose a scenario on the left, or make a new one.</p>
      </section>
    );
  }
  return (
    <section className="panel editor-panel" aria-label="Editor" data-face={face}>
      <header className="panel-bar">
        <h2>Scenario</h2>
        <div className="panel-bar-end">
          <Segmented label="Show the scenario as" segments={faces} value={face} onChange={setFace} />
        </div>
      </header>
      <OutsideBanner document={document} />
      {face === 'form' ? (
        <Suspense fallback={<div className="form" />}>
          <Form />
        </Suspense>
      ) : null}
      <Suspense fallback={<pre className="editor-standin">{document.text}</pre>}>
        <Editor
          id={document.id}
          text={document.text}
          isReadOnly={false}
          undoMemory={histories}
          files={document.files}
          problems={document.problems}
          shares={shares}
          openIds={openIds}
          theme={theme}
          reveal={reveal}
          onRevealed={editorLink.revealed}
          isInGesture={isInGesture}
          onShowPlace={show}
          onRefuse={(why) => notices.say('editor', why)}
          onEdit={documents.edit}
          onReady={editorLink.attach}
        />
      </Suspense>
    </section>
  );
}
