import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { jsonSchema } from '#shared/scenario/reference/json-schema.ts';
import { referenceMarkdown } from '#shared/scenario/reference/markdown.ts';
import { referenceModel } from '#shared/scenario/reference/model.ts';

/**
 * Files that are written from the tables of the program. `WRITE_GENERATED=1 npx vitest run --config
 * test/vitest.config.ts test/shared/scenario/reference` brings them up to date.
 */
const generated = {
  'scenarios/REFERENCE.md': () => referenceMarkdown(referenceModel()),
  'scenarios/scenario.schema.json': () => `${JSON.stringify(jsonSchema(), null, 1)}\n`,
};

describe.each(Object.entries(generated))('%s', (file, make) => {
  it('is what the program would write now', () => {
    const path = fileURLToPath(new URL(`../../../../${file}`, import.meta.url));
    if (process.env['WRITE_GENERATED'] === '1') writeFileSync(path, make());
    expect(readFileSync(path, 'utf8')).toBe(make());
  });
});
