import type { monaco } from './monaco.ts';

const actions = {
  undo: 'undo',
  redo: 'redo',
  find: 'actions.find',
  replace: 'editor.action.startFindReplaceAction',
  format: 'editor.action.formatDocument',
  'next-problem': 'editor.action.marker.next',
  outline: 'editor.action.quickOutline',
  rename: 'editor.action.rename',
} as const;

/** Gives commands from elsewhere a hold on the editor. */
export function editorHandle(editor: monaco.editor.IStandaloneCodeEditor) {
  return {
    act(action: keyof typeof actions) {
      editor.focus();
      editor.trigger('offtake', actions[action], null);
    },
    focus: () => editor.focus(),
  };
}
