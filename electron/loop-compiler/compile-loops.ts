import { compileLoop } from './compile-loop.ts';
import { encodeModule } from './encode-module.ts';
import { readLoops } from './loop-source.ts';

/** Compiles all loops of some files, text by name, to one WebAssembly module that works on two lanes at once. */
export function compileLoops(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(files).sort();
  return encodeModule(names.flatMap((file) => readLoops(file, files[file] ?? '')).map(compileLoop));
}
