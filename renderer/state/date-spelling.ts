/** How a date stands in a scenario, as far as a picker of dates can write it: a month, or a day. */
export type DateSpelling = 'month' | 'date';

const spellings: Readonly<Record<DateSpelling, RegExp>> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/**
 * Tells how a certain date is spelt, so that a picker writes it the same way again. Null where the words say more than a
 * picker can (`unknown`, a spread, a date counted from another one): those stay words.
 */
export function dateSpelling(text: string): DateSpelling | null {
  const written = text.trim();
  if (spellings.month.test(written)) return 'month';
  return spellings.date.test(written) ? 'date' : null;
}

/**
 * Says whether what a picker holds is meant as a date already: while a year is typed digit by digit, Chromium offers the
 * years 0002, 0020 and 0202 on the way to 2026, and a browser without pickers offers any text.
 */
export function isWholeDate(picked: string, spelling: DateSpelling): boolean {
  return spellings[spelling].test(picked) && Number(picked.slice(0, 4)) >= 1900;
}
