import { readToken } from '../ui/tokens.ts';
import { monaco } from './monaco.ts';

const name = 'offtake';

/** Gives the editor the colours of the present theme, as the design tokens state them. */
export function applyEditorTheme(isDark: boolean, isHighContrast: boolean): void {
  const colour = (token: string) => readToken(token);
  const bare = (token: string) => readToken(token).replace('#', '');
  monaco.editor.defineTheme(name, {
    base: isHighContrast ? 'hc-black' : isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('code-text') },
      { token: 'type', foreground: bare('code-key') },
      { token: 'type.yaml', foreground: bare('code-key') },
      { token: 'string', foreground: bare('code-text') },
      { token: 'string.yaml', foreground: bare('code-text') },
      { token: 'number', foreground: bare('code-number') },
      { token: 'number.yaml', foreground: bare('code-number') },
      { token: 'keyword', foreground: bare('code-number') },
      { token: 'comment', foreground: bare('code-comment') },
      { token: 'operators', foreground: bare('ink-3') },
    ],
    colors: {
      'editor.background': colour('surface'),
      'editor.foreground': colour('code-text'),
      'editor.lineHighlightBackground': colour('code-line'),
      'editor.lineHighlightBorder': colour('code-line'),
      'editor.selectionBackground': colour('code-selection'),
      'editorLineNumber.foreground': colour('ink-3'),
      'editorLineNumber.activeForeground': colour('ink'),
      'editorIndentGuide.background1': colour('line'),
      'editorIndentGuide.activeBackground1': colour('line-strong'),
      'editorWidget.background': colour('raised'),
      'editorWidget.border': colour('line-strong'),
      'editorHoverWidget.background': colour('raised'),
      'editorHoverWidget.border': colour('line-strong'),
      'editorSuggestWidget.background': colour('raised'),
      'editorSuggestWidget.selectedBackground': colour('chosen'),
      'editorSuggestWidget.selectedForeground': colour('ink'),
      'editorCodeLens.foreground': colour('ink-3'),
      'editorError.foreground': colour('alarm'),
      'editorWarning.foreground': colour('warn'),
      'editorCursor.foreground': colour('ink'),
      ...(isHighContrast ? {} : differenceColours(colour)),
      focusBorder: colour('accent'),
    },
  });
  monaco.editor.setTheme(name);
}

/** A breath of colour for lines that differ and a frame for the words: more ground would take the words their contrast. */
function differenceColours(colour: (token: string) => string): Record<string, string> {
  const [gone, come] = [colour('alarm'), colour('good')];
  const breath = '0a';
  return {
    'diffEditor.removedLineBackground': `${gone}${breath}`,
    'diffEditor.insertedLineBackground': `${come}${breath}`,
    'diffEditor.removedTextBackground': '#00000000',
    'diffEditor.insertedTextBackground': '#00000000',
    'diffEditor.removedTextBorder': gone,
    'diffEditor.insertedTextBorder': come,
  };
}
