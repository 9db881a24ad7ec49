import type { ScenarioSource } from '../source.ts';
import { proposeKeys } from './complete-keys.ts';
import { proposeValues } from './complete-values.ts';
import type { Completion } from './completion.ts';
import { cursorAt } from './cursor.ts';
import { namesOf } from './names.ts';
import { scanText } from './scan-text.ts';
import { shapeAt } from './shape-at.ts';

/** Proposes what can be written at an offset of a text, however broken it is elsewhere. */
export function complete(source: ScenarioSource, offset: number): readonly Completion[] {
  const { text } = source;
  if (isInComment(text, offset)) return [];
  const scanned = scanText(text);
  const cursor = cursorAt(text, scanned, offset);
  const names = namesOf(source, scanned);
  const at = shapeAt(cursor.path, names.inside);
  if (at === null) return [];
  const proposals =
    cursor.role === 'key'
      ? proposeKeys(text, cursor, at.shape, names.ownInside, names)
      : proposeValues(text, cursor, at, names);
  const { from, to } = cursor;
  return proposals.map((proposal) => ({ ...proposal, from, to })).sort((a, b) => a.rank - b.rank);
}

function isInComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(^|\s)#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''));
}
