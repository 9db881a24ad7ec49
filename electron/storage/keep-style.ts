const mark = '\uFEFF';

/**
 * Gives a text the byte order mark and line ends of the file it replaces, where an editor has made them uniform, so that
 * a save changes only what the user changed.
 */
export function keepStyle(text: string, old: string): string {
  const isMarked = old.startsWith(mark);
  const body = text.startsWith(mark) ? text.slice(1) : text;
  const styled = isAllCrlf(old) && !body.includes('\r') ? body.replaceAll('\n', '\r\n') : body;
  return isMarked || text.startsWith(mark) ? mark + styled : styled;
}

function isAllCrlf(text: string): boolean {
  return text.includes('\n') && !/(^|[^\r])\n/.test(text);
}
