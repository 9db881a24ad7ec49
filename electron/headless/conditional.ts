/** Ends a report of figures with what they rest on, so that no line of it is taken for a forecast. */
export function conditional(report: string): string {
  return `${report.trimEnd()}\n\nConditional on the assumptions of the file.\n`;
}
