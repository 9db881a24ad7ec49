import { type Code, unsigned } from './instructions.ts';

/** One function of a module. */
export interface EncodedFunction {
  readonly name: string;
  readonly parameters: readonly ('address' | 'number')[];
  /** Locals of each type beyond the parameters, in this order. */
  readonly locals: { readonly addresses: number; readonly vectors: number };
  readonly body: Code;
}

/** Where a module finds its memory. */
export const memoryImport = { module: 'lanes', name: 'memory' } as const;

const types = { address: 0x7f, number: 0x7c, vector: 0x7b } as const;

/** Writes a module of functions over one memory that it is given, each exported by its name. */
export function encodeModule(functions: readonly EncodedFunction[]): Uint8Array<ArrayBuffer> {
  const places = functions.map((_, place) => unsigned(place));
  const exports = functions.map(({ name }, place) => [...text(name), 0x00, ...unsigned(place)]);
  // For whoever looks at a profile.
  const names = functions.map(({ name }, place) => [...unsigned(place), ...text(name)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(functions.map(signature))),
    ...section(2, list([[...text(memoryImport.module), ...text(memoryImport.name), 0x02, 0x00, 0x01]])),
    ...section(3, list(places)),
    ...section(7, list(exports)),
    ...section(10, list(functions.map(code))),
    ...section(0, [...text('name'), 1, ...sized(list(names))]),
  ]);
}

function signature({ parameters }: EncodedFunction): Code {
  return [0x60, ...list(parameters.map((type) => [types[type]])), 0x00];
}

function code({ locals, body }: EncodedFunction): Code {
  const runs = [
    [...unsigned(locals.addresses), types.address],
    [...unsigned(locals.vectors), types.vector],
  ];
  return sized([...list(runs), ...body, 0x0b]);
}

function section(id: number, content: Code): Code {
  return [id, ...sized(content)];
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(words: string): Code {
  return sized([...new TextEncoder().encode(words)]);
}
