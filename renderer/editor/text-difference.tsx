import { useEffect, useRef } from 'react';
import { monaco } from './monaco.ts';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts side by side with what differs marked, the first difference in sight. */
export function TextDifference({ before, after }: TextDifferenceProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const original = monaco.editor.createModel(before, 'yaml');
    const modified = monaco.editor.createModel(after, 'yaml');
    const editor = monaco.editor.createDiffEditor(box.current, {
      readOnly: true,
      automaticLayout: true,
      renderSideBySide: true,
      // What differs may stand far to the right in one of the long lines that sources and notes are.
      diffWordWrap: 'on',
      glyphMargin: false,
      lineNumbersMinChars: 3,
      renderLineHighlight: 'none',
      hideCursorInOverviewRuler: true,
      overviewRulerBorder: false,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      fontSize: 12,
      lineHeight: 18,
    });
    // What differs may stand far below the first line.
    const first = editor.onDidUpdateDiff(() => {
      first.dispose();
      editor.revealFirstDiff();
      // The names of the whole are dropped when its layout is settled; those of the parts stay.
      editor.getOriginalEditor().updateOptions({ ariaLabel: 'Text before' });
      editor.getModifiedEditor().updateOptions({ ariaLabel: 'Text after' });
    });
    editor.setModel({ original, modified });
    return () => {
      first.dispose();
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [before, after]);
  return <div ref={box} className="difference" />;
}
