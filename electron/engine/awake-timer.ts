/** A computer that sleeps, or a program that is held up, costs one of these at most. */
const mostSteps = 16;

/**
 * Calls back after a time in which the program was awake, until the returned function is called. A plain timer counts the hours
 * of a closed laptop as well, and those of a command stopped by Ctrl-Z: work under way would be ended the moment it goes on.
 */
export function afterAwake(milliseconds: number, callBack: () => void): () => void {
  // A timer takes a millisecond at least.
  const steps = Math.max(1, Math.min(mostSteps, Math.floor(milliseconds)));
  let left = steps;
  let timer = setTimeout(step, milliseconds / steps);
  function step(): void {
    left -= 1;
    if (left === 0) callBack();
    else timer = setTimeout(step, milliseconds / steps);
  }
  return () => clearTimeout(timer);
}
