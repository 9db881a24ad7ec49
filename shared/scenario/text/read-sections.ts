import { textLimits } from './limits.ts';
import type { Entry, MapNode, Place } from './node.ts';
import { readYaml } from './read-yaml.ts';
import { cutIntoSections, type Section } from './sections.ts';
import { deepShift } from './shift.ts';
import { surveyText } from './survey.ts';

interface Known {
  readonly from: number;
  readonly depth: number;
  readonly entries: readonly Entry[];
}

/** Sections of the latest texts by file and words, those unused for longest first. */
const kept = new Map<string, Known>();
/** Twice the longest text there can be: a text must not push its own sections out while it is read. */
const mostCharacters = 2 * textLimits.characters;
/** Longer sections would hold more memory than reading them again costs time. */
const longestKept = 20_000;
let characters = 0;

/**
 * Reads a text entry by entry, those that have not changed from memory: while somebody types, that is all but one. Gives the
 * very tree that reading the text as a whole gives, or null where that has to be done: where there is any fault.
 */
export function readSections(file: string, text: string): MapNode | null {
  const sections = cutIntoSections(text);
  const entries = sections && readEntries(file, text, sections);
  return entries && mapOf(file, entries);
}

function readEntries(file: string, text: string, sections: readonly Section[]): readonly Entry[] | null {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  for (const section of sections) {
    const read = section.inside === null ? readPlain(file, text, section) : readInside(file, text, section);
    if (read === null) return null;
    for (const entry of read) {
      if (keys.has(entry.key)) return null;
      keys.add(entry.key);
      entries.push(entry);
    }
  }
  return entries;
}

function readInside(file: string, text: string, { from, inside }: Section): readonly Entry[] | null {
  if (inside === null) return null;
  const written = text.slice(from, inside.keyTo);
  const key = written.trimStart();
  const entries = readEntries(file, text, inside.sections);
  if (entries === null) return null;
  const keyPlace: Place = { file, from: inside.keyTo - key.length, to: inside.keyTo };
  return [{ key, keyPlace, value: mapOf(file, entries) }];
}

function readPlain(file: string, text: string, { from, to, depth }: Section): readonly Entry[] | null {
  const part = text.slice(from, to);
  const key = `${file}\n${part}`;
  const known = kept.get(key);
  const read =
    known?.depth === depth ? deepShift(known.entries, from - known.from) : readAnew(file, part, from, depth);
  if (read !== null && part.length <= longestKept) keep(key, { from, depth, entries: read });
  return read;
}

function keep(key: string, known: Known): void {
  if (kept.delete(key)) characters -= key.length;
  kept.set(key, known);
  characters += key.length;
  for (const oldest of kept.keys()) {
    if (characters <= mostCharacters) break;
    kept.delete(oldest);
    characters -= oldest.length;
  }
}

function readAnew(file: string, part: string, from: number, depth: number): readonly Entry[] | null {
  const survey = surveyText(part);
  if (survey.tooDeepAt !== null) return null;
  const { root, problems } = readYaml(file, part, survey, depth);
  return root?.kind === 'map' && problems.length === 0 ? deepShift(root.entries, from) : null;
}

/** A map of lines reaches from its first name to the end of its last value. */
function mapOf(file: string, entries: readonly Entry[]): MapNode {
  const last = entries.at(-1);
  const from = entries[0]?.keyPlace.from ?? 0;
  const to = last === undefined ? from : Math.max(last.keyPlace.to, last.value.place.to);
  return { kind: 'map', place: { file, from, to }, entries };
}
