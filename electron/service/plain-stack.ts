const framesKept = 12;

/**
 * Reduces the stack of an error to its kind and the places in our code. The message is left out: it may quote a scenario,
 * and a log is what people hand to others.
 */
export function plainStack(stack: string): string {
  const kind =
    /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception)|Error)(?: \[[A-Z_]+\])?/.exec(stack)?.[0] ?? 'Error';
  const code = /\bE[A-Z]{3,15}\b(?=: )/.exec(stack.split('\n')[0] ?? '')?.[0];
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at .*(?::\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line))
    .slice(0, framesKept)
    .map((line) => line.trim());
  return [code === undefined ? kind : `${kind} ${code}`, ...frames].join(' | ');
}
