const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Says a moment as people of this place do. */
export function momentText(iso: string): string {
  return moment.format(new Date(iso));
}
