import type { Shape } from '../fields/shape.ts';
import { idsNamed } from '../layers/file-name.ts';
import type { ScenarioSource } from '../source.ts';
import type { Place } from '../text/node.ts';
import { entryAt, valueRange } from './entry-at.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import { scanText } from './scan-text.ts';
import { shapeAt } from './shape-at.ts';

/** Finds where the thing named at an offset is defined: a source, generation, assumption, input, deal or file. */
export function definition(source: ScenarioSource, offset: number): Place | null {
  const { text } = source;
  const scanned = scanText(text);
  const entry = entryAt(scanned, offset);
  if (entry === null) return null;
  const names = namesOf(source, scanned);
  const at = shapeAt(entry.path, names.inside);
  const { from, to } = valueRange(text, entry);
  const word = text.slice(from, to).replace(/^["']|["']$/g, '');
  if (offset <= entry.keyTo && entry.keyFrom < entry.keyTo) return ofKey(entry.path, names);
  if (word.startsWith('=')) return names.placeOf(['assumptions', word.slice(1).trim()]);
  const top = entry.path[0];
  if (top === 'extends' || top === 'use') return fileNamed(word, source);
  const target = at && plainOf(at.shape);
  if (target?.kind === 'formula') return dealAt(text, offset, names);
  if (target?.kind !== 'reference') return null;
  switch (target.to) {
    case 'source':
      return names.placeOf(['sources', word]);
    case 'generation':
      return names.placeOf(['generations', word]);
    case 'input':
      return names.placeOf(word.split('.'));
    case 'party':
      return names.placeOf(['deals', word]);
    case 'measure':
      return dealAt(text, offset, names);
  }
}

/** The shape that a single word has at a place that can be written in several ways. */
function plainOf(shape: Shape): Shape {
  if (shape.kind === 'list') return plainOf(shape.each);
  if (shape.kind !== 'variant') return shape;
  const plain = Object.values(shape.alternatives).find((way) => way.form === 'plain');
  return plain?.form === 'plain' ? plain.shape : shape;
}

/** The keys of a mix and of an option name generations; any other key leads to the base, where there is one. */
function ofKey(path: readonly string[], names: Names): Place | null {
  const key = path.at(-1) ?? '';
  const isGeneration = path.includes('mix') || path.at(-2) === 'options';
  const place = isGeneration ? names.placeOf(['generations', key]) : null;
  return place ?? names.placeInBase(path);
}

function dealAt(text: string, offset: number, names: Names): Place | null {
  let from = offset;
  while (from > 0 && /[\w.-]/.test(text[from - 1] ?? '')) from--;
  const word = /^(?:deals\.)?([\w-]+)\./.exec(text.slice(from))?.[1];
  return word === undefined ? null : (names.placeOf(['deals', word]) ?? names.placeOf(['measures', word]));
}

function fileNamed(name: string, source: ScenarioSource): Place | null {
  const ids = idsNamed(name, source.id);
  const file = ids.ok ? ids.value.find((id) => Object.hasOwn(source.files, id)) : undefined;
  return file === undefined ? null : { file, from: 0, to: 0 };
}
