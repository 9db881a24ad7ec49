import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** By these the tool that closes the fuses finds their place in the program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireVersion = 1;
const fuses = 9;

/**
 * Makes a folder that looks to the packager like Electron for Linux, with a program that does nothing in the place of the
 * real one: enough to see, without the network, what goes into a package and how its fuses are set.
 */
export function makePlaceholderRuntime(folder, version) {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  // Of the languages of the engine only those asked for are to be packed.
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  const wire = Buffer.from([wireVersion, fuses, ...Buffer.from('1'.repeat(fuses))]);
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\necho "This is a placeholder for Electron and starts nothing." >&2\nexit 1\n# '),
    Buffer.from(sentinel),
    wire,
    Buffer.from('\n'),
  ]);
  writeFileSync(join(folder, 'electron'), program);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'Placeholder for the licence of Electron.\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<p>Placeholder for the licences of Chromium.</p>\n');
}
