/** Where the lines of a text begin, so that an offset can be told as line and column. */
export interface LineIndex {
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  readonly length: number;
}

/** Finds the beginnings of all lines; `\n` and `\r\n` end a line. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

/** Tells an offset as 1-based line and column, counted in UTF-16 units as editors do. */
export function lineAndColumn(index: LineIndex, offset: number): { line: number; column: number } {
  const at = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (index.starts[low] ?? 0) + 1 };
}
