const mark = '\uFEFF';
const lineEnd = /\r\n|\n/;

/**
 * Gives a text the byte order mark and line ends of the file it replaces, where an editor has made them uniform, so that
 * a save changes only what the user changed.
 */
export function keepStyle(text: string, old: string): string {
  const isMarked = old.startsWith(mark) || text.startsWith(mark);
  const body = withoutMark(text);
  return (isMarked ? mark : '') + withEndsOf(withoutMark(old), body);
}

function withoutMark(text: string): string {
  return text.startsWith(mark) ? text.slice(1) : text;
}

/** Lines that stayed keep their own ends; new ones take the kind that is common in the file. */
function withEndsOf(old: string, body: string): string {
  const oldEnds = old.match(/\r\n|\n/g) ?? [];
  const bodyEnds = body.match(/\r\n|\n/g) ?? [];
  const windowsEnds = oldEnds.filter((end) => end === '\r\n').length;
  // A text that is not uniform itself comes from no editor of ours and is left as it is.
  const isUniform = new Set(bodyEnds).size <= 1;
  if (windowsEnds === 0 || bodyEnds.length === 0 || !isUniform) return body;
  const usual = windowsEnds * 2 >= oldEnds.length ? '\r\n' : '\n';
  const before = old.split(lineEnd);
  const after = body.split(lineEnd);
  const { head, tail } = sameLines(before, after);
  return after
    .map((line, at) => {
      if (at === after.length - 1) return line;
      const fromEnd = after.length - at;
      const kept = at < head ? oldEnds[at] : fromEnd <= tail ? oldEnds[before.length - fromEnd] : undefined;
      return line + (kept ?? usual);
    })
    .join('');
}

/** Counts the lines two texts share at their beginnings and, apart from those, at their ends. */
function sameLines(
  before: readonly string[],
  after: readonly string[],
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { head, tail };
}
