/** Instructions of WebAssembly as bytes, as far as loops over lanes need them (WebAssembly Core Specification 2.0). */
export type Code = readonly number[];

/** Encodes a number that is not negative as LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** Encodes a small constant of type i32 (signed LEB128 of numbers from 0 to 63 needs one byte). */
function smallConstant(value: number): Code {
  return [0x41, value];
}

const vectorInstruction = (code: number): Code => [0xfd, ...unsigned(code)];

/** Two doubles that are equal in both halves. */
export function constant(value: number): Code {
  const bytes = new Uint8Array(Float64Array.of(value, value).buffer);
  return [...vectorInstruction(0x0c), ...bytes];
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];

/** All addresses are multiples of 8. */
const alignment = 3;

/** Loads two doubles so many bytes beyond the address on the stack. */
export const load = (offset: number): Code => [...vectorInstruction(0x00), alignment, ...unsigned(offset)];

/** Stores two doubles so many bytes beyond the address below them on the stack. */
export const store = (offset: number): Code => [...vectorInstruction(0x0b), alignment, ...unsigned(offset)];

export const splat: Code = vectorInstruction(0x14);
export const select: Code = vectorInstruction(0x52);

export const masks = {
  '===': vectorInstruction(0x47),
  '!==': vectorInstruction(0x48),
  '<': vectorInstruction(0x49),
  '>': vectorInstruction(0x4a),
  '<=': vectorInstruction(0x4b),
  '>=': vectorInstruction(0x4c),
  not: vectorInstruction(0x4d),
  and: vectorInstruction(0x4e),
  /** The first and not the second. */
  andNot: vectorInstruction(0x4f),
  or: vectorInstruction(0x50),
} as const;

export const arithmetic = {
  '+': vectorInstruction(0xf0),
  '-': vectorInstruction(0xf1),
  '*': vectorInstruction(0xf2),
  '/': vectorInstruction(0xf3),
  negate: vectorInstruction(0xed),
} as const;

export const functions = {
  ceil: vectorInstruction(0x74),
  floor: vectorInstruction(0x75),
  abs: vectorInstruction(0xec),
  sqrt: vectorInstruction(0xef),
  min: vectorInstruction(0xf4),
  max: vectorInstruction(0xf5),
} as const;

/** `b < a ? b : a` of two vectors on the stack, in one instruction of the machine; `pmax` is `a < b ? b : a`. */
export const ordered = { pmin: vectorInstruction(0xf6), pmax: vectorInstruction(0xf7) } as const;

/** The whole part of a number on the stack, as an i32, times 8. */
export const inBytes: Code = [0xfc, 0x03, ...smallConstant(3), 0x74];

/** Adds two numbers of type i32. */
export const addAddresses: Code = [0x6a];

/** Moves an address on. */
export const advance = (address: number, bytes: number): Code => [
  ...get(address),
  ...smallConstant(bytes),
  ...addAddresses,
  ...set(address),
];

/** Repeats a body, which runs at least once, while one address lies before another. */
export const repeat = (body: Code, address: number, end: number): Code => [
  ...[0x03, 0x40],
  ...body,
  ...[...get(address), ...get(end), 0x49],
  ...[0x0d, 0x00],
  0x0b,
];
/** Turns a count of lanes on the stack into bytes. */
export const lanesInBytes: Code = [...smallConstant(3), 0x74];
