import { lanesPerRound } from './compile-loop.ts';
import { compileLoops } from './compile-loops.ts';

/** Writes the module that carries all compiled loops, so that no program needs the compiler. */
export function writeProgram(files: Readonly<Record<string, string>>): string {
  return `/*
 * Written by electron/loop-compiler from shared/engine/loops; the README of this room says how to write it anew.
 */

/** Lanes that a round of a compiled loop takes: blocks must be whole rounds. */
export const lanesPerRound = ${lanesPerRound};

/** All loops as a WebAssembly module, in base64. */
export const program =
  '${Buffer.from(compileLoops(files)).toString('base64')}';
`;
}
