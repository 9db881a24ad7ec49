import { provenanceFields } from '../fields/provenance.ts';
import type { Field, Fields, RecordShape } from '../fields/shape.ts';
import { nearest } from '../nearest.ts';
import type { Entry, MapNode, Node } from '../text/node.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, defaultNode, joinPath, spotOf } from './decoding.ts';
import { wrongForm } from './faults.ts';
import { readSourcing } from './sourcing.ts';
import { standIn, unknownValue } from './stand-in.ts';

/** The fields a record's own reported figures are about. */
const principal: readonly string[] = ['amount', 'value'];

/** Decodes a map with the fields of the table: unknown keys are errors, missing ones get their default. */
export function decodeRecord(
  d: Decoding,
  shape: RecordShape,
  node: Node,
  here: Here,
): Record<string, unknown> | undefined {
  const map = asMap(d, node, here, shape.fields);
  if (!map) return undefined;
  const written = new Map(map.entries.map((entry) => [entry.key, entry]));
  const sourcing = shape.isSourced ? readSourcing(d, written, shape.fields, here) : null;
  const inside = sourcing ? { ...here, ...sourcing.holds, reported: null } : { ...here, reported: null };
  const misspelled = reportUnknown(d, shape, map.entries, here);
  const result: Record<string, unknown> = { spot: spotOf(node, here), provenance: inside.provenance };
  let isWhole = true;
  for (const [key, field] of Object.entries(shape.fields)) {
    const entry = written.get(key);
    const child = below(inside, key, entry?.keyPlace ?? here.keyPlace);
    const reported = principal.includes(key) ? (sourcing?.reported ?? null) : null;
    const value = decodeField(
      !entry && misspelled.has(key) ? quiet(d) : d,
      field,
      entry,
      map,
      reported === null ? child : { ...child, reported },
    );
    if (value === undefined) isWhole = false;
    result[key] = value;
  }
  if (sourcing?.reported && !principal.some((key) => Object.hasOwn(shape.fields, key)))
    reportHomeless(d, written, here);
  return isWhole ? result : undefined;
}

function decodeField(d: Decoding, field: Field, entry: Entry | undefined, map: MapNode, here: Here): unknown {
  if (entry) {
    const value = decodeWrittenField(d, field, entry, here);
    return value ?? insteadOf(d, field, entry, here);
  }
  if (field.presence === 'optional') return null;
  if (field.fallback !== null) {
    return d.decode(field.shape, defaultNode(field.fallback, map.place), { ...here, isDefault: true });
  }
  d.report({
    code: 'missing-field',
    path: here.path,
    place: here.keyPlace,
    message: `${here.path} is missing: ${lowerFirst(field.meaning)} Write, for example, ${keyOf(here.path)}: ${field.example}.`,
    met: 'nothing',
    expected: field.example,
  });
  return standIn(field.shape, map.place, here);
}

/**
 * What goes on in place of a written field that could not be read: a number that is NaN, the default, or nothing. Not
 * the same as a missing field, or one fault would cause others (a price that is misspelled is not a missing price).
 */
function insteadOf(d: Decoding, field: Field, entry: Entry, here: Here): unknown {
  const { shape, fallback } = field;
  const { place } = entry.value;
  const isNumber = shape.kind === 'quantity' || shape.kind === 'chance';
  if (isNumber) {
    const value = unknownValue(shape.kind === 'chance' ? 'probability' : shape.dimension, place, here);
    d.note(value);
    return value;
  }
  if (fallback !== null) {
    return quiet(d).decode(shape, defaultNode(fallback, place), { ...here, isDefault: true });
  }
  const isGroup = shape.kind === 'record' || shape.kind === 'path';
  if (field.presence === 'optional' && !isGroup) return null;
  return standIn(shape, place, here);
}

function decodeWrittenField(d: Decoding, field: Field, entry: Entry, here: Here): unknown {
  const isSection = field.fallback === '';
  if (isSection && entry.value.kind === 'scalar' && entry.value.isNull) {
    d.report({
      code: 'empty-section',
      severity: 'warning',
      path: here.path,
      place: entry.keyPlace,
      message: `${here.path} is empty, so it says nothing. Fill it in, or remove the line.`,
      met: 'nothing',
      expected: field.example,
    });
    return d.decode(field.shape, defaultNode('', entry.value.place), { ...here, isDefault: true });
  }
  return d.decode(field.shape, entry.value, here);
}

function asMap(d: Decoding, node: Node, here: Here, fields: Fields): MapNode | undefined {
  if (node.kind === 'map') return node;
  d.report(wrongForm(node, here, `a map with ${listed(fieldList(fields))}`));
  return undefined;
}

const none: ReadonlySet<string> = new Set();

/** Reports keys that are not fields; returns the fields they were probably meant to be, which are not missing then. */
function reportUnknown(
  d: Decoding,
  shape: RecordShape,
  entries: readonly Entry[],
  here: Here,
): ReadonlySet<string> {
  const isField = (key: string) =>
    Object.hasOwn(shape.fields, key) || (shape.isSourced && Object.hasOwn(provenanceFields, key));
  const unknown = entries.filter(({ key }) => !isField(key));
  if (unknown.length === 0) return none;
  const misspelled = new Set<string>();
  const known = fieldList(shape.fields);
  const allowed = shape.isSourced ? [...known, ...Object.keys(provenanceFields)] : known;
  for (const { key, keyPlace } of unknown) {
    const home = homeOf(key, shape.fields);
    const meant = home === null ? nearest(key, allowed) : null;
    if (meant !== null) misspelled.add(meant);
    const where = here.path === '' ? 'a scenario' : here.path;
    const advice =
      home !== null
        ? `It belongs under "${home}".`
        : meant !== null
          ? `Did you mean "${meant}"?`
          : `Known are ${listed(known)}.`;
    d.report({
      code: 'unknown-key',
      path: joinPath(here.path, key),
      place: keyPlace,
      message: `"${key}" is not a field of ${where}. ${advice}`,
      met: key,
      expected: known.join(', '),
      fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
    });
  }
  return misspelled;
}

function quiet(d: Decoding): Decoding {
  return { ...d, report: () => undefined };
}

/** Reported figures beside a section would belong to no quantity; rather say so than drop them. */
function reportHomeless(d: Decoding, written: ReadonlyMap<string, Entry>, here: Here): void {
  const entry = written.get('reported');
  if (!entry) return;
  d.report({
    code: 'misplaced-reported',
    path: joinPath(here.path, 'reported'),
    place: entry.keyPlace,
    message: `"reported" stands beside the fields of ${here.path}, where it belongs to no quantity. Write the quantity long, as { value: …, reported: [ … ] }, and put it there.`,
    met: 'reported beside the fields of a section',
    expected: 'reported beside a value',
  });
}

/** Finds the section of a record that has a field of this name. */
function homeOf(key: string, fields: Fields): string | null {
  for (const [name, field] of Object.entries(fields)) {
    if (field.shape.kind === 'record' && Object.hasOwn(field.shape.fields, key)) return name;
  }
  return null;
}

function fieldList(fields: Fields): readonly string[] {
  return Object.keys(fields);
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function lowerFirst(sentence: string): string {
  // `IT power` keeps its capitals.
  return /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
