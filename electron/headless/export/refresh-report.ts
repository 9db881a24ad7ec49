import type { MovedObject, RefreshChanges } from '#shared/export/deck/refresh.ts';

/** Footnotes and notes name the run and change with it; that is no news. */
const quietParts = ['footnote', 'note'];
const movesAtMost = 6;

/** Says what a refresh changes in a deck, in lines. */
export function refreshReport({ moved, kept, missing, untouched, unchanged }: RefreshChanges): string {
  const told = moved.filter(({ part }) => !quietParts.includes(part));
  const lines = [
    told.length === 0 ? 'Nothing moves.' : 'What moves:',
    ...told.flatMap(movedLines),
    ...section(
      'Changed by hand, kept:',
      kept.map(({ slide, part, words }) => `  slide ${slide}, ${part}: ${words}`),
    ),
    ...section(
      'Not in the deck any more:',
      missing.map(({ topic, part }) => `  ${topic} (${part})`),
    ),
    ...section('Left as it is, since this export says nothing about it:', [
      ...new Set(untouched.map(({ slide, page }) => `  slide ${slide}: ${page}`)),
    ]),
    `${moved.length} objects changed, ${unchanged.length} as before.`,
  ];
  return `${lines.join('\n')}\n`;
}

function movedLines({ slide, part, moves }: MovedObject): string[] {
  const shown = moves.slice(0, movesAtMost);
  const rest = moves.length - shown.length;
  return [
    ...shown.map(({ what, from, to }) =>
      what === part ? `  slide ${slide}, ${part}: ${to}` : `  slide ${slide}, ${what}: ${from} → ${to}`,
    ),
    ...(rest > 0 ? [`  slide ${slide}: ${rest} more`] : []),
  ];
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [head, ...lines];
}
