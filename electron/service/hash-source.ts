import { createHash } from 'node:crypto';
import type { ScenarioSource } from '#shared/scenario/source.ts';

/** Names the contents of a scenario: its text, its place, and the texts of the files it builds on. */
export function hashSource(source: ScenarioSource): string {
  const hash = createHash('sha256');
  const add = (part: string): void => {
    // With its length in front no two lists of parts can run together into the same bytes.
    hash.update(`${part.length}:`).update(part);
  };
  add(source.id);
  add(source.text);
  for (const id of Object.keys(source.files).sort()) {
    add(id);
    add(source.files[id] ?? '');
  }
  return hash.digest('hex').slice(0, 32);
}
