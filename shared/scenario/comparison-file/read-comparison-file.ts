import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import { problemList } from '../problem-list.ts';
import type { Entry, MapNode, Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import {
  bridgeGroupings,
  bridgeStatistics,
  type ComparisonFile,
  comparisonLayouts,
  comparisonVersion,
  usualBridge,
} from './comparison-file.ts';

const keys = ['offtake-comparison', 'title', 'scenarios', 'base', 'layout', 'at', 'bridge', 'pinned'];
const fewest = 2;
const most = 6;

/** Reads the file of a comparison; all its faults at once where there are any. */
export function readComparisonFile(id: string, text: string): Outcome<ComparisonFile, readonly Problem[]> {
  const { tree, problems: found } = parseText(id, text);
  const problems = problemList(id, { [id]: text }, found);
  if (tree === null) return fail(problems.all());
  const read = reader(tree, '', keys, problems);
  readVersion(read, problems);
  const title = read.word('title', null) ?? id;
  const scenarios = read.words('scenarios') ?? [];
  if (scenarios.length < fewest || scenarios.length > most || new Set(scenarios).size < scenarios.length) {
    const met = `${scenarios.length} files${new Set(scenarios).size < scenarios.length ? ', one of them twice' : ''}`;
    read.complain('scenarios', `names ${met}`, `two to six different scenarios`);
  }
  const base = read.word('base', scenarios) ?? scenarios[0] ?? '';
  const at = read.word('at', null);
  if (at !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(at))
    read.complain('at', `is "${at}"`, 'a month such as 2030-12');
  const comparison: ComparisonFile = {
    title,
    scenarios,
    base,
    layout: oneOf(comparisonLayouts, read.word('layout', comparisonLayouts)) ?? 'overlay',
    at,
    bridge: readBridge(read, problems),
    pinned: read.words('pinned') ?? [],
  };
  return problems.hasErrors() ? fail(problems.all()) : ok(comparison);
}

interface Reader {
  readonly entry: (key: string) => Entry | undefined;
  /** A word, one of some where these are given; null where nothing is written or it is none of them. */
  readonly word: (key: string, among: readonly string[] | null) => string | null;
  readonly words: (key: string) => readonly string[] | null;
  readonly complain: (key: string, met: string, expected: string) => void;
}

function reader(map: MapNode, path: string, known: readonly string[], problems: ProblemList): Reader {
  const pathOf = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const entry = (key: string): Entry | undefined => map.entries.find((one) => one.key === key);
  const report = (key: string, node: Node | undefined, met: string, expected: string): void =>
    problems.add({
      code: 'comparison-file',
      path: pathOf(key),
      place: node?.place ?? map.place,
      message: `${pathOf(key)} ${met}, but ${expected} is expected.`,
      met,
      expected,
    });
  for (const { key, keyPlace } of map.entries) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    problems.add({
      code: 'unknown-key',
      path: pathOf(key),
      place: keyPlace,
      message: `"${key}" is not a field of a comparison. ${meant === null ? `Known are ${known.join(', ')}.` : `Did you mean "${meant}"?`}`,
      met: key,
      expected: known.join(', '),
    });
  }
  return {
    entry,
    word: (key, among) => {
      const node = entry(key)?.value;
      if (node === undefined) return null;
      const expected = among === null ? 'a single value' : `one of ${among.join(', ')}`;
      if (node.kind !== 'scalar' || node.isNull) {
        report(key, node, `is a ${node.kind === 'scalar' ? 'blank' : node.kind}`, expected);
        return null;
      }
      const word = node.text.trim();
      if (among === null || among.includes(word)) return word;
      report(key, node, `is "${word}"`, expected);
      return null;
    },
    words: (key) => {
      const node = entry(key)?.value;
      if (node === undefined) return null;
      if (node.kind === 'list' && node.items.every((item) => item.kind === 'scalar' && !item.isNull)) {
        return node.items.flatMap((item) => (item.kind === 'scalar' ? item.text.trim() : []));
      }
      report(key, node, 'is no list', 'a list of names');
      return null;
    },
    complain: (key, met, expected) => report(key, entry(key)?.value, met, expected),
  };
}

/** A file from a later version says so before anything else in it is judged. */
function readVersion(read: Reader, problems: ProblemList): void {
  const stated = read.word('offtake-comparison', null);
  const version = Number(stated);
  if (stated === null || !Number.isInteger(version) || version < 1) {
    read.complain('offtake-comparison', stated === null ? 'is missing' : `is "${stated}"`, 'the version 1');
  } else if (version > comparisonVersion) {
    const node = read.entry('offtake-comparison')?.value;
    if (node === undefined) return;
    problems.add({
      code: 'too-new',
      path: 'offtake-comparison',
      place: node.place,
      message: `This comparison was written by a later version (${version}). Update the program to open it.`,
      met: String(version),
      expected: String(comparisonVersion),
    });
  }
}

function readBridge(read: Reader, problems: ProblemList): ComparisonFile['bridge'] {
  const node = read.entry('bridge')?.value;
  if (node === undefined) return usualBridge;
  if (node.kind !== 'map') {
    read.complain('bridge', `is a ${node.kind}`, 'a map with measure, of and by');
    return usualBridge;
  }
  const inside = reader(node, 'bridge', ['measure', 'of', 'by'], problems);
  return {
    measure: inside.word('measure', null) ?? usualBridge.measure,
    of: oneOf(bridgeStatistics, inside.word('of', bridgeStatistics)) ?? usualBridge.of,
    by: oneOf(bridgeGroupings, inside.word('by', bridgeGroupings)) ?? usualBridge.by,
  };
}

function oneOf<W extends string>(words: readonly W[], met: string | null): W | undefined {
  return words.find((word) => word === met);
}
