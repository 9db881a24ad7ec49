import { tokenise } from '../expression/tokens.ts';
import { entryOf } from '../text/find.ts';
import { placeInside } from '../text/inside.ts';
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import { applyEdits } from './text-edit.ts';

/** A place that refers to a key, and what has to stand there once the key has another name. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  /** A whole key, a whole value, or a part of one that is written as it is. */
  readonly kind: 'key' | 'value' | 'part';
  readonly isInBrackets: boolean;
}

/** What is renamed, and where it may be mentioned. */
interface Renaming {
  readonly text: string;
  readonly oldKeys: readonly string[];
  readonly oldKey: string;
  readonly newKey: string;
  readonly mentions: Mention[];
}

/** Finds every place of a text that refers to the key at the end of `oldKeys`. */
export function mentionsOf(
  text: string,
  tree: MapNode,
  oldKeys: readonly string[],
  newKey: string,
): readonly Mention[] {
  const renaming: Renaming = { text, oldKeys, oldKey: oldKeys.at(-1) ?? '', newKey, mentions: [] };
  const [section, name, part] = oldKeys;
  for (const { value } of tree.entries.filter(({ key }) => key === 'correlations')) inPaths(renaming, value);
  if (oldKeys.length === 2 && section === 'generations') inDeals(renaming, tree, mixAndOptions);
  if (oldKeys.length === 2 && section === 'sources') inEvery(renaming, tree, isSource, (text) => text);
  if (oldKeys.length === 2 && section === 'assumptions') inEvery(renaming, tree, isUse, (key) => `=${key}`);
  const isSpokenOf =
    (oldKeys.length === 2 && (section === 'generations' || section === 'deals' || section === 'measures')) ||
    (oldKeys.length === 4 && section === 'deals' && part === 'options' && name !== undefined);
  if (isSpokenOf) inFormulas(renaming, tree);
  return unique(renaming.mentions);
}

function unique(mentions: readonly Mention[]): readonly Mention[] {
  return [...new Map(mentions.map((mention) => [mention.from, mention])).values()];
}

/** Dotted paths, as correlations have them. */
function inPaths(renaming: Renaming, node: Node): void {
  if (node.kind === 'list') for (const item of node.items) inPaths(renaming, item);
  if (node.kind !== 'scalar') return;
  const old = renaming.oldKeys.join('.');
  if (node.text !== old && !node.text.startsWith(`${old}.`)) return;
  const renamed = [...renaming.oldKeys.slice(0, -1), renaming.newKey].join('.');
  mention(renaming, node, 'value', renamed + node.text.slice(old.length), true);
}

function inDeals(
  renaming: Renaming,
  tree: MapNode,
  visit: (renaming: Renaming, deal: MapNode) => void,
): void {
  const deals = entryOf(tree, 'deals')?.value;
  if (deals?.kind !== 'map') return;
  for (const { value } of deals.entries) if (value.kind === 'map') visit(renaming, value);
}

/** A generation is named in the mix, and by an option or its `generation`. */
function mixAndOptions(renaming: Renaming, deal: MapNode): void {
  const mix = entryOf(deal, 'mix')?.value;
  if (mix !== undefined) everyName(renaming, mix);
  const options = entryOf(deal, 'options')?.value;
  if (options?.kind !== 'map') return;
  for (const { key, keyPlace, value } of options.entries) {
    const own = value.kind === 'map' ? entryOf(value, 'generation') : undefined;
    if (own !== undefined) everyName(renaming, own.value);
    else if (key === renaming.oldKey) pushKey(renaming, keyPlace);
  }
}

/** Keys and values that are just the name. */
function everyName(renaming: Renaming, node: Node): void {
  if (node.kind === 'scalar' && node.text === renaming.oldKey) {
    mention(renaming, node, 'value', renaming.newKey, true);
  }
  if (node.kind === 'list') for (const item of node.items) everyName(renaming, item);
  if (node.kind !== 'map') return;
  for (const { key, keyPlace, value } of node.entries) {
    if (key === renaming.oldKey) pushKey(renaming, keyPlace);
    everyName(renaming, value);
  }
}

type Asks = (key: string | null, node: ScalarNode, renaming: Renaming) => boolean;

const isSource: Asks = (key, node, { oldKey }) => key === 'source' && node.text === oldKey;
const isUse: Asks = (_, node, { oldKey }) => node.text.trim() === `=${oldKey}`;

function inEvery(
  renaming: Renaming,
  node: Node,
  asks: Asks,
  write: (key: string) => string,
  key: string | null = null,
): void {
  if (node.kind === 'list') for (const item of node.items) inEvery(renaming, item, asks, write, key);
  if (node.kind === 'map')
    for (const entry of node.entries) inEvery(renaming, entry.value, asks, write, entry.key);
  if (node.kind === 'scalar' && asks(key, node, renaming)) {
    mention(renaming, node, 'value', write(renaming.newKey), true);
  }
}

/** Measure ids in measures, checks and the conditions of instruments, and as keys of actuals. */
function inFormulas(renaming: Renaming, tree: MapNode): void {
  for (const section of ['measures', 'checks']) {
    const node = entryOf(tree, section)?.value;
    if (node !== undefined) everyFormula(renaming, node);
  }
  const actuals = entryOf(tree, 'actuals')?.value;
  if (actuals?.kind === 'map') {
    for (const { key, keyPlace } of actuals.entries) {
      const renamed = renamedId(renaming, key);
      if (renamed !== null) pushKey(renaming, keyPlace, renamed);
    }
  }
  inDeals(renaming, tree, (_, deal) => {
    const capital = entryOf(deal, 'capital')?.value;
    if (capital?.kind !== 'map') return;
    for (const { value } of capital.entries) {
      const when = value.kind === 'map' ? entryOf(value, 'when')?.value : undefined;
      if (when !== undefined) everyFormula(renaming, when);
    }
  });
}

const notFormulas = new Set(['unit', 'label', 'at-least', 'at-most']);

function everyFormula(renaming: Renaming, node: Node): void {
  if (node.kind === 'scalar') inFormula(renaming, node);
  if (node.kind === 'list') for (const item of node.items) everyFormula(renaming, item);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) if (!notFormulas.has(key)) everyFormula(renaming, value);
}

function inFormula(renaming: Renaming, node: ScalarNode): void {
  const tokens = tokenise(node.text);
  if (!tokens.ok) return;
  const pieces = tokens.value.flatMap((token) => {
    if (token.kind !== 'name') return [];
    const renamed = renamedId(renaming, token.name);
    if (renamed === null) return [];
    const isPlain = !token.isQuoted && /^[\w.-]+$/.test(renamed);
    return [{ from: token.from, to: token.to, insert: isPlain ? renamed : `"${renamed}"` }];
  });
  if (pieces.length === 0) return;
  const isInPlace = pieces.every(({ from, to, insert }) => {
    return !insert.includes('"') && placeInside(node, renaming.text, from, to) !== node.place;
  });
  if (!isInPlace) {
    // Quotes may change how the whole value has to be written.
    mention(renaming, node, 'value', applyEdits(node.text, pieces).text, true);
    return;
  }
  for (const { from, to, insert } of pieces) {
    const place = placeInside(node, renaming.text, from, to);
    renaming.mentions.push({
      from: place.from,
      to: place.to,
      written: insert,
      kind: 'part',
      isInBrackets: false,
    });
  }
}

/** The id after the renaming, or null where it does not speak of the key. */
function renamedId({ oldKeys, oldKey, newKey }: Renaming, id: string): string | null {
  if (oldKeys[0] === 'measures') return id === oldKey ? newKey : null;
  const segments = id.split('.');
  const isDropped = segments[0] === 'deals' ? 1 : 0;
  const at = segments.findIndex((segment, i) => {
    if (segment !== oldKey) return false;
    if (oldKeys[0] === 'deals' && oldKeys.length === 2)
      return i === isDropped || isNamedBehind(segments, i, dealGroups);
    if (oldKeys.length === 4) return segments[i - 1] === 'options';
    return isNamedBehind(segments, i, generationGroups);
  });
  if (at === -1) return null;
  return segments.map((segment, i) => (i === at ? newKey : segment)).join('.');
}

/** Groups of measures that exist once per deal or per generation: `dependence.share.aws`, `fleet.power.trainium2`. */
const dealGroups = ['dependence'];
const generationGroups = ['fleet', 'price', 'generations'];

function isNamedBehind(segments: readonly string[], at: number, groups: readonly string[]): boolean {
  return segments.slice(0, at).some((segment) => groups.includes(segment));
}

function pushKey(
  renaming: Renaming,
  place: { readonly from: number; readonly to: number },
  written?: string,
): void {
  const { from, to } = place;
  renaming.mentions.push({ from, to, written: written ?? renaming.newKey, kind: 'key', isInBrackets: false });
}

function mention(
  renaming: Renaming,
  node: ScalarNode,
  kind: Mention['kind'],
  written: string,
  isInBrackets: boolean,
): void {
  const { from, to } = node.place;
  renaming.mentions.push({ from, to, written, kind, isInBrackets });
}
