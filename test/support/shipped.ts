import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const library = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Texts of every file of the shipped library that scenarios read, by id. */
export const shippedFiles: Readonly<Record<string, string>> = Object.fromEntries(
  (readdirSync(library, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml') || file.endsWith('.csv'))
    .map((file) => [file, readFileSync(library + file, 'utf8')]),
);

/** The fixture that uses every field of the format. */
export const completeText: string = readFileSync(
  fileURLToPath(new URL('../fixtures/scenarios/complete.scenario.yaml', import.meta.url)),
  'utf8',
);
