/** What a block computes on: where its numbers stand, and how loops over its lanes are run. */
export interface Machine {
  /** Makes room for so many numbers, which are zero. */
  readonly numbers: (count: number) => Float64Array;
  readonly loop: PrepareLoop;
}

/**
 * Prepares a loop over some arrays that this machine made. Running it needs only the loop's numbers; what else it is given
 * it does not look at, so that a loop without numbers is a step of a month.
 */
export type PrepareLoop = <A extends Float64Array[], N extends number[]>(
  loop: (...parts: [...A, ...N]) => void,
  ...arrays: A
) => (...numbers: N) => void;

/** The machine that is everywhere: numbers in arrays of their own, loops as they are written. */
export const plainMachine: Machine = {
  numbers: (count) => new Float64Array(count),
  loop: <A extends Float64Array[], N extends number[]>(
    loop: (...parts: [...A, ...N]) => void,
    ...arrays: A
  ) => loop.bind<null, A, N, void>(null, ...arrays),
};
