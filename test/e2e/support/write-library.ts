import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import { baseId } from './editing.ts';

/** What a library starts with. */
export interface LibraryOptions {
  /** What is kept of the layout with it. */
  readonly layout?: string;
  /** How many draws the deal asks for: few, unless the test is about them. */
  readonly draws?: number;
}

/** What the deal says of its draws; its variants inherit it. */
const shippedDraws = 'draws: 10000,';

/**
 * Writes the shipped scenarios into a new folder, with a layout if there is one. The deal asks for so few draws that the
 * first round is the last: what a window does is the same with them, and the machine has its hands free.
 */
export function writeLibrary(folder: string, { layout, draws = 64 }: LibraryOptions): void {
  cpSync('scenarios', folder, { recursive: true });
  const path = join(folder, baseId);
  const text = readFileSync(path, 'utf8');
  invariant(text.includes(shippedDraws), `${baseId} says ${shippedDraws}`);
  writeFileSync(path, text.replace(shippedDraws, `draws: ${draws},`));
  if (layout === undefined) return;
  mkdirSync(join(folder, '.offtake'), { recursive: true });
  writeFileSync(join(folder, '.offtake', 'layout.json'), layout);
}
