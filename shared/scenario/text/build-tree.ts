import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { textLimits } from './limits.ts';
import type { Entry, Node, Place, ScalarNode } from './node.ts';
import type { PlainProblem } from './problem-at.ts';

/** What building a tree needs to know and collects. */
interface Build {
  readonly file: string;
  readonly restore: (text: string) => string;
  readonly problems: PlainProblem[];
  /** The latest anchored node of each name that is complete, with the number of nodes in it. */
  readonly anchors: Map<string, { readonly node: Node; readonly nodes: number }>;
  /** Nodes built so far, repetitions included, and how many of them came from references. */
  nodes: number;
  repeated: number;
}

/** Turns the nodes of the YAML reader, which stand `depth` levels deep, into our raw tree, resolving references within their bound. */
export function buildTree(
  file: string,
  root: ParsedNode,
  restore: (text: string) => string,
  depth: number,
): { readonly tree: Node; readonly problems: readonly PlainProblem[] } {
  const build: Build = { file, restore, problems: [], anchors: new Map(), nodes: 0, repeated: 0 };
  const tree = buildNode(build, root, '', depth);
  return { tree, problems: build.problems };
}

function buildNode(build: Build, node: ParsedNode | null, path: string, depth: number): Node {
  if (node === null) return emptyScalar(build.file, 0);
  if (depth > textLimits.depth) {
    const place = placeOf(build.file, node);
    report(
      build,
      'too-deep',
      path,
      place,
      `Maps and lists are nested more than ${textLimits.depth} levels deep.`,
    );
    return emptyScalar(build.file, place.from);
  }
  if (isAlias(node)) return repeat(build, node, path, depth);
  const before = build.nodes;
  build.nodes++;
  const built = buildOwn(build, node, path, depth);
  if (node.anchor !== undefined) {
    build.anchors.set(node.anchor, { node: built, nodes: build.nodes - before });
  }
  return built;
}

function buildOwn(build: Build, node: Exclude<ParsedNode, Alias.Parsed>, path: string, depth: number): Node {
  const place = placeOf(build.file, node);
  if (isScalar(node)) return buildScalar(build, node, place);
  if (isSeq(node)) {
    const list = node as YAMLSeq.Parsed;
    const items = list.items.map((item, i) =>
      buildNode(build, item as ParsedNode, `${path}[${i + 1}]`, depth + 1),
    );
    return { kind: 'list', place: list.flow ? place : endingWith(place, items.at(-1)), items };
  }
  if (isMap(node)) {
    const map = node as YAMLMap.Parsed;
    const entries = buildEntries(build, map, path, depth);
    const last = entries.at(-1);
    const end = last === undefined ? place : endingWith({ ...place, to: last.keyPlace.to }, last.value);
    return { kind: 'map', place: map.flow ? place : end, entries };
  }
  return emptyScalar(build.file, place.from);
}

/** Indented lines end with their last value; what the YAML reader adds are remarks and empty lines behind it. */
function endingWith(place: Place, last: Node | undefined): Place {
  return last === undefined ? place : { ...place, to: Math.max(place.from, last.place.to) };
}

function buildScalar(build: Build, node: Scalar, place: Place): ScalarNode {
  const text = build.restore(typeof node.source === 'string' ? node.source : String(node.value ?? ''));
  const isNull = node.type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(text);
  return { kind: 'scalar', place, text, isNull };
}

function buildEntries(build: Build, map: YAMLMap.Parsed, path: string, depth: number): Entry[] {
  const entries: Entry[] = [];
  const seen = new Map<string, Place>();
  for (const pair of map.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
    const keyPlace = placeOf(build.file, pair.key);
    const key = readKey(build, pair.key, path, keyPlace);
    if (key === null) continue;
    const childPath = path === '' ? key : `${path}.${key}`;
    const value =
      pair.value === null
        ? emptyScalar(build.file, keyPlace.to)
        : buildNode(build, pair.value, childPath, depth + 1);
    if (seen.has(key)) {
      report(
        build,
        'duplicate-key',
        childPath,
        keyPlace,
        `"${key}" is written twice in the same map. Keep one of the two, or give this one another name.`,
      );
      continue;
    }
    seen.set(key, keyPlace);
    entries.push({ key, keyPlace, value });
  }
  return entries;
}

function readKey(build: Build, key: ParsedNode, path: string, place: Place): string | null {
  if (!isScalar(key)) {
    report(
      build,
      'key-not-text',
      path,
      place,
      'A name before a colon must be plain words, not a map, list or reference.',
    );
    return null;
  }
  const text = buildScalar(build, key, place).text;
  if (text === '<<') {
    report(
      build,
      'merge-key',
      path,
      place,
      '"<<" (merging another map) is not part of this format. Use "extends" for a variant, or "use" for a catalogue.',
    );
    return null;
  }
  if (text === '') {
    report(build, 'empty-name', path, place, 'A name is missing before the colon.');
    return null;
  }
  return text;
}

function repeat(build: Build, alias: Alias.Parsed, path: string, depth: number): Node {
  const place = placeOf(build.file, alias);
  const target = build.anchors.get(alias.source);
  if (target === undefined) {
    report(
      build,
      'unknown-reference',
      path,
      place,
      `"*${alias.source}" refers to nothing written before it. Mark the value it means with "&${alias.source}".`,
    );
    return emptyScalar(build.file, place.from);
  }
  build.nodes += target.nodes;
  build.repeated += target.nodes;
  if (build.repeated > textLimits.repeatedNodes || depth + depthOf(target.node) - 1 > textLimits.depth) {
    report(
      build,
      'too-many-references',
      path,
      place,
      `References (*name) repeat more than ${textLimits.repeatedNodes} values in all. Write fewer of them.`,
    );
    return emptyScalar(build.file, place.from);
  }
  return { ...target.node, place };
}

function depthOf(node: Node): number {
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'map' ? node.entries.map((entry) => entry.value) : node.items;
  return 1 + children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

function emptyScalar(file: string, at: number): ScalarNode {
  return { kind: 'scalar', place: { file, from: at, to: at }, text: '', isNull: true };
}

function placeOf(file: string, node: ParsedNode): Place {
  const [from, to] = node.range;
  return { file, from, to };
}

function report(build: Build, code: string, path: string, place: Place, message: string): void {
  if (build.problems.length >= textLimits.problems) return;
  build.problems.push({ code, severity: 'error', path, from: place.from, to: place.to, message });
}
