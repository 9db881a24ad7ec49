import { textLimits } from './limits.ts';
import type { Entry, MapNode, Place } from './node.ts';
import { readYaml } from './read-yaml.ts';
import { cutInside, cutIntoSections, type Section } from './sections.ts';
import { deepShift, moveEntries } from './shift.ts';
import { surveyText } from './survey.ts';

interface Known {
  readonly from: number;
  readonly depth: number;
  readonly entries: readonly Entry[];
}

/** Maps within maps are cut this often. */
const deepest = 5;
/** Sections of so few characters are read faster than they are cut. */
const shortest = 160;
/** Sections of the latest texts by file and words, those unused for longest first. */
const kept = new Map<string, Known>();
/** Twice the longest text there can be, once for each time it is cut: a text must not push its own sections out while it is read. */
const mostCharacters = 2 * deepest * textLimits.characters;
/** Longer sections would hold more memory than reading them again costs time. */
const longestKept = 20_000;
let characters = 0;

/**
 * Reads a text entry by entry, those that have not changed from memory: while somebody types, that is all but one. Gives the
 * very tree that reading the text as a whole gives, or null where that has to be done: where there is any fault.
 */
export function readSections(file: string, text: string): MapNode | null {
  const sections = cutIntoSections(text);
  const entries = sections && readEntries(file, text, sections, 1);
  return entries && mapOf(file, entries);
}

function readEntries(
  file: string,
  text: string,
  sections: readonly Section[],
  depth: number,
): readonly Entry[] | null {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  for (const section of sections) {
    const read = readSection(file, text, section, depth);
    if (read === null) return null;
    for (const entry of read) {
      if (keys.has(entry.key)) return null;
      keys.add(entry.key);
      entries.push(entry);
    }
  }
  return entries;
}

function readSection(file: string, text: string, section: Section, depth: number): readonly Entry[] | null {
  const { from, to } = section;
  if (to - from > longestKept) return readAnew(file, text, section, depth);
  const key = `${file}\n${text.slice(from, to)}`;
  const known = kept.get(key);
  const read =
    known?.depth === depth
      ? moveEntries(known.entries, { file, by: from - known.from })
      : readAnew(file, text, section, depth);
  if (read !== null) keep(key, { from, depth, entries: read });
  return read;
}

function readAnew(file: string, text: string, section: Section, depth: number): readonly Entry[] | null {
  const { from, to } = section;
  const inside = depth < deepest && to - from > shortest ? cutInside(text, section) : null;
  if (inside === null) return readPlain(file, text.slice(from, to), from, depth);
  const entries = readEntries(file, text, inside.sections, depth + 1);
  if (entries === null) return null;
  const key = text.slice(from + section.indent, inside.keyTo);
  const keyPlace: Place = { file, from: from + section.indent, to: inside.keyTo };
  return [{ key, keyPlace, value: mapOf(file, entries) }];
}

function readPlain(file: string, part: string, from: number, depth: number): readonly Entry[] | null {
  const survey = surveyText(part);
  if (survey.tooDeepAt !== null) return null;
  const { root, problems } = readYaml(file, part, survey, depth);
  return root?.kind === 'map' && problems.length === 0 ? deepShift(root.entries, { file, by: from }) : null;
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

/** A map of lines reaches from its first name to the end of its last value. */
function mapOf(file: string, entries: readonly Entry[]): MapNode {
  const last = entries.at(-1);
  const from = entries[0]?.keyPlace.from ?? 0;
  const to = last === undefined ? from : Math.max(last.keyPlace.to, last.value.place.to);
  return { kind: 'map', place: { file, from, to }, entries };
}
