/**
 * Keeps a spreadsheet from taking a text for a formula: a text that begins as one gets an apostrophe in front, which
 * spreadsheets read as "this is text". Numbers never come through here.
 */
export function plainCell(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
