import { monaco } from './monaco.ts';

/** Lets the keyboard leave the editor: Escape, then Tab or Shift+Tab, moves to the next control instead of indenting. */
export function giveTabAWayOut(editor: monaco.editor.IStandaloneCodeEditor): void {
  const isOpen = (): boolean => editor.getOption(monaco.editor.EditorOption.tabFocusMode);
  editor.onKeyDown((event) => {
    const leaves =
      event.keyCode === monaco.KeyCode.Escape ||
      event.keyCode === monaco.KeyCode.Tab ||
      isModifier(event.keyCode);
    if (event.keyCode === monaco.KeyCode.Escape) editor.updateOptions({ tabFocusMode: true });
    // The editor works through all its options for any of them, which every key would have to wait for.
    else if (!leaves && isOpen()) editor.updateOptions({ tabFocusMode: false });
  });
  editor.onDidBlurEditorText(() => editor.updateOptions({ tabFocusMode: false }));
}

function isModifier(code: monaco.KeyCode): boolean {
  return code === monaco.KeyCode.Shift || code === monaco.KeyCode.Ctrl || code === monaco.KeyCode.Alt;
}
