/** Finds the scenario file among the arguments the system starts the program with; null when there is none. */
export function fileIn(args: readonly string[]): string | null {
  return (
    args.slice(1).find((argument) => /\.scenario\.ya?ml$/.test(argument) && !argument.startsWith('-')) ?? null
  );
}
