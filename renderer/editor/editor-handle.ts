import type { monaco } from './monaco.ts';

const actions = {
  find: 'actions.find',
  replace: 'editor.action.startFindReplaceAction',
  format: 'editor.action.formatDocument',
  'next-problem': 'editor.action.marker.next',
  outline: 'editor.action.quickOutline',
  rename: 'editor.action.rename',
  hover: 'editor.action.showHover',
  definition: 'editor.action.revealDefinition',
  fix: 'editor.action.quickFix',
} as const;

/** Gives commands from elsewhere a hold on the editor. */
export function editorHandle(editor: monaco.editor.IStandaloneCodeEditor) {
  return {
    act(action: keyof typeof actions) {
      editor.focus();
      editor.trigger('offtake', actions[action], null);
    },
    step(which: 'undo' | 'redo') {
      const model = editor.getModel();
      void (which === 'undo' ? model?.undo() : model?.redo());
      const place = editor.getPosition();
      if (place) editor.revealPositionInCenterIfOutsideViewport(place);
    },
    focus: () => editor.focus(),
  };
}
