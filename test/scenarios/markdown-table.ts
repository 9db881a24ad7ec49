/** Rows of every table in a Markdown text whose header has these columns, each row a list of cells. */
export function tableRows(markdown: string, columns: readonly string[]): string[][] {
  const rows: string[][] = [];
  let isInside = false;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? cellsOf(line) : null;
    if (cells === null) isInside = false;
    else if (cells.join('|') === columns.join('|')) isInside = true;
    else if (isInside && !cells.every((cell) => /^-+$/.test(cell))) rows.push(cells);
  }
  return rows;
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim());
}
