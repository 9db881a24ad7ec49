/** A file with an unsaved text in the journal, and when that was last noted, milliseconds since 1970. */
export interface Unsaved {
  readonly id: string;
  readonly at: number;
}

const named = 5;
const millisecondsPerSecond = 1_000;

/** Says, after a crash, what is safe and where. */
export function lastWords(unsaved: readonly Unsaved[], now: Date): string {
  const saved = 'What was saved is in your scenario folder.';
  if (unsaved.length === 0) return `${saved} Nothing was unsaved.`;
  const files = unsaved
    .slice(0, named)
    .map(({ id, at }) => `${id} as of ${secondsText(now.getTime() - at)} ago`);
  const more = unsaved.length > named ? `, and ${unsaved.length - named} more` : '';
  return `${saved} Unsaved changes are in the journal and will be offered to you: ${files.join(', ')}${more}.`;
}

function secondsText(milliseconds: number): string {
  // A clock that was set back makes what is past seem to come.
  const seconds = Math.max(0, Math.round(milliseconds / millisecondsPerSecond));
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
