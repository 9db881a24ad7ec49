import { labelOfPath } from '../compile/label.ts';
import { findNode } from '../text/find.ts';
import type { Value } from '../value.ts';
import type { DifferenceSide, InputDifference, Role } from './difference.ts';
import { nodeText } from './node-text.ts';
import type { ReadSide } from './read-side.ts';
import { homeOf } from './themes.ts';

/** A comparison under way. */
export interface Walk {
  readonly base: ReadSide;
  readonly other: ReadSide;
  readonly found: InputDifference[];
}

/** Where the comparison stands: the keys on either side, and the path under which quantities know it. */
export interface At {
  readonly base: readonly string[];
  readonly other: readonly string[];
  readonly path: string;
  /** Holds for everything below, where it is known beforehand. */
  readonly role: Role | null;
}

/** Steps down to a key; list items have another name in the tree than in paths. */
export function stepDown(at: At, key: string, inTree: string = key, inOther: string = inTree): At {
  return {
    ...at,
    base: [...at.base, inTree],
    other: [...at.other, inOther],
    path: at.path === '' ? key : `${at.path}.${key}`,
  };
}

/** What is known of a difference beside its place. */
interface Facts {
  readonly role: Role;
  readonly dimension: InputDifference['dimension'];
  readonly isDecision: boolean;
  readonly base: DifferenceSide;
  readonly other: DifferenceSide;
}

/** Notes a difference. */
export function note(walk: Walk, at: At, { role, dimension, isDecision, base, other }: Facts): void {
  const keys = other.standing === 'absent' ? at.base : at.other;
  walk.found.push({
    id: at.path,
    label: labelOf(at.path),
    kind:
      base.standing === 'absent' ? 'only-in-other' : other.standing === 'absent' ? 'only-in-base' : 'changed',
    role: at.role ?? role,
    ...homeOf(keys, [walk.base.scenario, walk.other.scenario]),
    isDecision,
    dimension,
    base,
    other,
  });
}

/** Notes that a part is written another way, or on one side only. */
export function noteBlock(
  walk: Walk,
  at: At,
  presence: { readonly base: boolean; readonly other: boolean },
  role: Role = 'structure',
): void {
  note(walk, at, {
    role,
    dimension: null,
    isDecision: isBlockDecided(walk, at.path),
    base: blockSide(walk.base, at.base, presence.base),
    other: blockSide(walk.other, at.other, presence.other),
  });
}

/** Describes what a side says of a part that is no single quantity. */
function blockSide({ tree }: ReadSide, keys: readonly string[], isThere: boolean): DifferenceSide {
  const found = isThere ? findNode(tree, keys) : null;
  return {
    keys,
    text: found === null ? '' : nodeText(found.node),
    standing: found !== null ? 'written' : isThere ? 'default' : 'absent',
    distribution: null,
    assumption: null,
    provenance: null,
    place: found?.node.place ?? null,
  };
}

/** Describes what a side says of a quantity. */
export function valueSide(
  { scenario }: ReadSide,
  keys: readonly string[],
  value: Value | null,
): DifferenceSide {
  if (value === null) {
    return {
      keys,
      text: '',
      standing: 'absent',
      distribution: null,
      assumption: null,
      provenance: null,
      place: null,
    };
  }
  const assumption = assumptionNamed(value);
  const behind = assumption === null ? undefined : scenario.shared.get(assumption)?.text;
  return {
    keys,
    text: behind === undefined ? value.text.trim() : `${value.text.trim()}, which is ${behind.trim()}`,
    standing: value.origin === 'default' ? 'default' : 'written',
    distribution: value.distribution,
    assumption,
    provenance: value.provenance,
    place: value.origin === 'default' ? null : value.place,
  };
}

/** The key of the assumption a quantity is written as (`=slip`), or null. */
export function assumptionNamed({ text, reference }: Value): string | null {
  if (reference !== null) return reference;
  const written = text.trim();
  return written.startsWith('=') ? written.slice(1).trim() : null;
}

/**
 * A part is decided where a quantity in it is tagged, or, where it holds none, where all quantities beside it are: a word
 * such as `draw: never` has no tag of its own.
 */
function isBlockDecided({ base, other }: Walk, path: string): boolean {
  const values = [...base.scenario.inputs, ...other.scenario.inputs].filter(
    ({ origin }) => origin === 'written',
  );
  const within = values.filter((value) => value.path === path || value.path.startsWith(`${path}.`));
  if (within.length > 0) return within.some(({ isDecision }) => isDecision);
  const above = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  const beside = values.filter((value) => value.path.slice(0, value.path.lastIndexOf('.')) === above);
  return beside.length > 0 && beside.every(({ isDecision }) => isDecision);
}

/** Words for a path; the items of a list are counted. */
function labelOf(path: string): string {
  const item = /^(.*)\.(\d+)$/.exec(path);
  return item === null ? labelOfPath(path) : labelOfPath(item[1] ?? '').replace(/( ·|$)/, ` ${item[2]}$1`);
}
