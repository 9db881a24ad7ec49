import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loops } from '#shared/engine/loops/loops.ts';
import { writeProgram } from '../../../electron/loop-compiler/write-program.ts';

const folder = join('shared', 'engine', 'loops');
const program = join('electron', 'engine', 'compiled', 'program.ts');

/** The text of every file of loops; `loops.ts` only lists them. */
const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name !== 'loops.ts')
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/**
 * `WRITE_GENERATED=1 npx vitest run --config test/vitest.config.ts test/electron/loop-compiler` brings the program up to
 * date after a loop has changed.
 */
describe('the compiled loops', () => {
  it('are what the compiler would write now', () => {
    const written = writeProgram(files);
    if (process.env['WRITE_GENERATED'] === '1') writeFileSync(program, written);
    expect(readFileSync(program, 'utf8')).toBe(written);
  });

  it('are all that are listed', () => {
    const bytes = Buffer.from(/'([\w+/=]+)'/.exec(writeProgram(files))?.[1] ?? '', 'base64');
    const compiled = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
    expect(compiled.sort()).toEqual(Object.keys(loops).sort());
  });
});
