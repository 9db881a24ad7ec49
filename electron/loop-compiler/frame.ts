import type { ESTree } from 'vite';
import { type Code, get, load, set } from './instructions.ts';
import type { LoopSource } from './loop-source.ts';
import { refuse } from './refuse.ts';

/** A value that has a name: where it is kept, and whether it is true or false rather than a number. */
export interface Word {
  readonly local: number;
  readonly isMask: boolean;
}

/** What a loop under compilation knows: its names, its locals, and what it has read from memory already. */
export interface Frame {
  readonly source: LoopSource;
  readonly names: Map<string, Word>;
  readonly newVector: () => number;
  readonly vectors: () => number;
  /** Addresses by array and, where it is read from a place on, by the number that says from which. */
  readonly addresses: ReadonlyMap<string, number>;
  /** Values in memory that a local holds, by address. */
  readonly known: Map<number, number>;
  /** Bytes between the lanes under compilation and the first of the round. */
  ahead: number;
}

/** Begins with the parameters of a loop: addresses, the count of lanes, numbers. */
export function openFrame(source: LoopSource): Frame {
  const { arrays, numbers, name } = source;
  const addresses = new Map(arrays.map((array, place) => [array, place]));
  let nextAddress = arrays.length + 1 + numbers.length + 1;
  for (const key of shiftedReads(source)) addresses.set(key, nextAddress++);
  const firstVector = nextAddress;
  let nextVector = firstVector;
  if (arrays.length === 0) return refuse(name, 'has an array to run over');
  return {
    source,
    names: new Map(),
    newVector: () => nextVector++,
    vectors: () => nextVector - firstVector,
    addresses,
    known: new Map(),
    ahead: 0,
  };
}

/** The address of an element such as `a[l]` or `a[from + l]`. */
export function addressOf(frame: Frame, node: ESTree.MemberExpression): number {
  const key = keyOf(node, frame.source.lane);
  return frame.addresses.get(key ?? '') ?? refuse(frame.source.name, 'reads arrays at its lane');
}

/** Brings an element into a local, from memory the first time. */
export function hold(frame: Frame, address: number): Code {
  if (frame.known.has(address)) return [];
  const local = frame.newVector();
  frame.known.set(address, local);
  return [...get(address), ...load(frame.ahead), ...set(local)];
}

/** Reads an element. */
export function read(frame: Frame, address: number): Code {
  return [...hold(frame, address), ...get(frame.known.get(address) ?? 0)];
}

/** Every array with the number from which it is read, as `array+number`. */
export function shiftedReads({ body, lane }: LoopSource): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isMember(node)) {
      const key = keyOf(node, lane);
      if (key?.includes('+')) found.add(key);
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(body);
  return [...found];
}

function isMember(node: object): node is ESTree.MemberExpression {
  return 'type' in node && node.type === 'MemberExpression';
}

function keyOf({ object, property, computed }: ESTree.MemberExpression, lane: string): string | null {
  if (!computed || object.type !== 'Identifier') return null;
  if (property.type === 'Identifier') return property.name === lane ? object.name : null;
  if (property.type !== 'BinaryExpression' || property.operator !== '+') return null;
  const { left, right } = property;
  const isShifted = left.type === 'Identifier' && right.type === 'Identifier' && right.name === lane;
  return isShifted ? `${object.name}+${left.name}` : null;
}
