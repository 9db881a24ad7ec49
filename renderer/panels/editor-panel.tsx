import { lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand/react';
import { useActiveDocument, useDocuments, useStores } from '../state/use-stores.ts';
import type { ShownTheme } from '../ui/use-theme.ts';

const Editor = lazy(async () => ({
  default: (await import('../editor/scenario-editor.tsx')).ScenarioEditor,
}));

interface EditorPanelProps {
  readonly theme: ShownTheme;
}

/** The text of the scenario on screen. Until the editor has loaded the same text stands in its place. */
export function EditorPanel({ theme }: EditorPanelProps) {
  const { documents, editorLink } = useStores();
  const reveal = useStore(editorLink.store, (state) => state.reveal);
  const document = useActiveDocument();
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
    <section className="panel editor-panel" aria-label="Editor">
      <Suspense fallback={<pre className="editor-standin">{document.text}</pre>}>
        <Editor
          id={document.id}
          text={document.text}
          isReadOnly={false}
          problems={document.problems}
          openIds={openIds}
          theme={theme}
          reveal={reveal}
          onEdit={documents.edit}
          onReady={editorLink.attach}
        />
      </Suspense>
    </section>
  );
}
