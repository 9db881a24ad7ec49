import { migrate } from '../migrate/migrate.ts';
import type { Problem } from '../problem.ts';
import type { ScenarioSource } from '../source.ts';
import type { LineIndex } from '../text/line-index.ts';
import { indexLines } from '../text/line-index.ts';
import type { MapNode, ScalarNode } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import type { PlainProblem } from '../text/problem-at.ts';
import { problemAt } from '../text/problem-at.ts';
import { idsNamed } from './file-name.ts';
import type { Change } from './merge.ts';
import { mergeMaps, noNotes } from './merge.ts';
import { readObservationFile } from './observation-file.ts';
import { referencesOf } from './references.ts';
import { deadOverride, missingFile, notInCatalogue, wrongName } from './words.ts';

/** A scenario with everything it builds on, as one tree whose every node knows the file it was written in. */
export interface Layers {
  /** Null where the text, or a file it builds on, cannot be read at all. */
  readonly tree: MapNode | null;
  readonly problems: readonly Problem[];
  /** What the text itself changes in the files it builds on; empty where it builds on none. */
  readonly changes: readonly Change[];
  /** Ids of all files that were read, the scenario itself first. */
  readonly files: readonly string[];
}

/** Files on top of one another, `extends` and `use` counted together. */
const mostLayers = 16;

const catalogueKeys = new Set([
  'offtake',
  'title',
  'description',
  'use',
  'sources',
  'generations',
  'assumptions',
]);
const keptFromCatalogue = new Set(['sources', 'generations', 'assumptions']);
const ownKeys = new Set(['extends', 'use']);

interface Resolving {
  readonly source: ScenarioSource;
  readonly problems: Problem[];
  /** Layers that are complete, so that a file used twice is read once. */
  readonly done: Map<string, Layer>;
}

interface Layer {
  readonly tree: MapNode | null;
  readonly changes: readonly Change[];
}

/**
 * Resolves `extends` and `use`: catalogues lie at the bottom, the base on them, the file itself on top. Reports bases
 * that are missing, circular or outside the library, and overrides that change nothing.
 */
export function resolveLayers(source: ScenarioSource): Layers {
  const resolving: Resolving = { source, problems: [], done: new Map() };
  const { tree, changes } = readLayer(resolving, source.id, source.text, []);
  return {
    tree,
    problems: resolving.problems,
    changes,
    files: [source.id, ...[...resolving.done.keys()].filter((id) => id !== source.id)],
  };
}

function readLayer(resolving: Resolving, id: string, text: string, above: readonly string[]): Layer {
  const known = resolving.done.get(id);
  if (known !== undefined) return known;
  const lines = indexLines(text);
  const parsed = parseText(id, text);
  for (const problem of parsed.problems) resolving.problems.push(inFile(resolving, id, problem));
  const current = parsed.tree === null ? null : migrate(parsed.tree);
  if (current !== null && current.problem !== null) {
    resolving.problems.push(inFile(resolving, id, problemAt(lines, current.problem)));
  }
  const layer: Layer =
    current === null || current.tree === null
      ? { tree: null, changes: [] }
      : layOnOthers(resolving, id, withObservations(resolving, id, current.tree, lines), lines, [
          ...above,
          id,
        ]);
  resolving.done.set(id, layer);
  return layer;
}

/** Puts the observations of a file in the place of its name, so that all that follows knows only the map. */
function withObservations(resolving: Resolving, id: string, tree: MapNode, lines: LineIndex): MapNode {
  const name = referencesOf(tree).observations;
  if (name === null) return tree;
  const put = (value: MapNode): MapNode => ({
    ...tree,
    entries: tree.entries.map((entry) => (entry.value === name ? { ...entry, value } : entry)),
  });
  const none: MapNode = { kind: 'map', place: name.place, entries: [] };
  const report = (problem: PlainProblem) =>
    resolving.problems.push(inFile(resolving, id, problemAt(lines, problem)));
  const ids = idsNamed(name.text.trim(), id, '.csv');
  if (!ids.ok) {
    report(wrongName(name, ids.error));
    return put(none);
  }
  const { files } = resolving.source;
  const found = ids.value.find((candidate) => Object.hasOwn(files, candidate));
  if (found === undefined) {
    report(missingFile(name, Object.keys(files)));
    return put(none);
  }
  const text = files[found] ?? '';
  const read = readObservationFile(found, text);
  const places = indexLines(text);
  for (const problem of read.problems) {
    resolving.problems.push(inFile(resolving, found, problemAt(places, problem)));
  }
  resolving.done.set(found, { tree: null, changes: [] });
  return put(read.tree);
}

function layOnOthers(
  resolving: Resolving,
  id: string,
  own: MapNode,
  lines: LineIndex,
  chain: readonly string[],
): Layer {
  const { base, catalogues } = referencesOf(own);
  if (base === null && catalogues.length === 0) return { tree: own, changes: [] };
  const report = (problem: PlainProblem) =>
    resolving.problems.push(inFile(resolving, id, problemAt(lines, problem)));
  const beneath: MapNode[] = [];
  for (const name of [...catalogues, ...(base === null ? [] : [base])]) {
    const layer = readNamed(resolving, name, id, chain, report);
    if (layer === null) return { tree: null, changes: [] };
    beneath.push(name === base ? without(layer, ownKeys) : sectionsOf(layer, name, report));
  }
  const floor = beneath.reduce((lower, upper) => mergeMaps(lower, upper, noNotes()));
  const notes = noNotes();
  const tree = mergeMaps(floor, own, notes);
  for (const dead of notes.dead) {
    if (!['offtake', 'title'].includes(dead.path)) report(deadOverride(dead));
  }
  return { tree, changes: notes.changes.filter(({ path }) => !ownKeys.has(path)) };
}

function readNamed(
  resolving: Resolving,
  name: ScalarNode,
  by: string,
  chain: readonly string[],
  report: (problem: PlainProblem) => void,
): MapNode | null {
  const written = name.text.trim();
  const ids = idsNamed(written, by);
  if (!ids.ok) {
    report(wrongName(name, ids.error));
    return null;
  }
  const { files } = resolving.source;
  const id = ids.value.find((candidate) => chain.includes(candidate) || Object.hasOwn(files, candidate));
  if (id === undefined) {
    report(missingFile(name, Object.keys(files)));
    return null;
  }
  if (chain.includes(id)) {
    const circle = [...chain.slice(chain.indexOf(id)), id].join(' → ');
    report(wrongName(name, `the files build on one another in a circle (${circle})`, 'circular-base'));
    return null;
  }
  if (chain.length >= mostLayers) {
    report(wrongName(name, `more than ${mostLayers} files lie on top of one another`, 'too-many-layers'));
    return null;
  }
  return readLayer(resolving, id, files[id] ?? '', chain).tree;
}

/** The parts of a catalogue that are merged; anything else in it is reported where it is used. */
function sectionsOf(catalogue: MapNode, name: ScalarNode, report: (problem: PlainProblem) => void): MapNode {
  const stray = catalogue.entries.find((entry) => !catalogueKeys.has(entry.key));
  if (stray !== undefined) report(notInCatalogue(name, stray.key));
  return { ...catalogue, entries: catalogue.entries.filter((entry) => keptFromCatalogue.has(entry.key)) };
}

function without(map: MapNode, keys: ReadonlySet<string>): MapNode {
  return { ...map, entries: map.entries.filter((entry) => !keys.has(entry.key)) };
}

function inFile(resolving: Resolving, id: string, problem: Problem): Problem {
  return id === resolving.source.id ? problem : { ...problem, file: id };
}
