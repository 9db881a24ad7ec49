/** Says that the folder chosen for scenarios is not there, what stands in its place, and what to do. */
export function missingLibraryText(missing: string, library: string): string {
  return (
    `The folder ${missing} that you chose for your scenarios is not there or may not be read; what is shown is ${library}. ` +
    'Bring it back and start Offtake again, or choose another folder.'
  );
}
