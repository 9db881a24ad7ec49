import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import type { ParsedArguments } from './arguments.ts';

/** Reads an option that is a whole number from a smallest (1 where not given) to a largest; undefined where it is not given. */
export function readCount(
  given: ParsedArguments,
  option: string,
  largest: number,
  smallest = 1,
): Outcome<number | undefined, string> {
  const stated = given.value(option);
  if (stated === undefined) return ok(undefined);
  const count = Number(stated.replaceAll('_', ''));
  if (Number.isInteger(count) && count >= smallest && count <= largest) return ok(count);
  return fail(`--${option} ${stated}: a whole number from ${smallest} to ${largest} is expected.`);
}

/** Reads an option that is a list of names, each of which must be known; undefined where it is not given. */
export function readNames(
  given: ParsedArguments,
  option: string,
  known: readonly string[],
): Outcome<readonly string[] | undefined, string> {
  const stated = given.value(option);
  if (stated === undefined) return ok(undefined);
  const names = stated.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return ok([...new Set(names)]);
  return fail(`--${option}: there is no “${unknown}”${whatIsMeant(unknown, known)}`);
}

/** Ends a sentence about a name that is not known: with the one that is meant, or with what the known ones look like. */
export function whatIsMeant(unknown: string, known: readonly string[]): string {
  const meant = closest(unknown, known);
  if (meant !== null) return `; did you mean ${meant}?`;
  const [example] = known;
  return example === undefined ? '; there is none.' : `; expected is one such as ${example}.`;
}
