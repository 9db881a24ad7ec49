import { compileStatements } from './compile-statement.ts';
import type { EncodedFunction } from './encode-module.ts';
import { type Frame, openFrame, shiftedReads } from './frame.ts';
import {
  addAddresses,
  advance,
  type Code,
  get,
  inBytes,
  lanesInBytes,
  repeat,
  set,
  splat,
} from './instructions.ts';
import type { LoopSource } from './loop-source.ts';

/** Vectors of two lanes that one round of a loop takes, so that its counting costs less. */
const vectorsPerRound = 2;
const bytesPerVector = 16;

/** How many lanes a round of a compiled loop takes; blocks are whole rounds. */
export const lanesPerRound = vectorsPerRound * 2;

/** Compiles a loop. It takes an address for each array, the count of lanes, and its numbers, as `loopParameters` says. */
export function compileLoop(source: LoopSource): EncodedFunction {
  const { name, arrays, numbers } = source;
  const frame = openFrame(source);
  const count = arrays.length;
  const end = count + 1 + numbers.length;
  const begin = [
    ...[...get(0), ...get(count), ...lanesInBytes, ...addAddresses, ...set(end)],
    ...shiftedAddresses(frame),
    ...numbers.flatMap((number, place) => spread(frame, number, count + 1 + place)),
    ...compileStatements(frame, source.before, null).code,
  ];
  const round = Array.from({ length: vectorsPerRound }, (_, vector) => {
    frame.ahead = vector * bytesPerVector;
    frame.known.clear();
    const body = source.body.type === 'BlockStatement' ? source.body.body : [source.body];
    return compileStatements(frame, body, null).code;
  }).flat();
  const steps = [...frame.addresses.values()].flatMap((address) =>
    advance(address, vectorsPerRound * bytesPerVector),
  );
  return {
    name,
    parameters: [...arrays.map(() => 'address' as const), 'address', ...numbers.map(() => 'number' as const)],
    locals: { addresses: 1 + shiftedReads(source).length, vectors: frame.vectors() },
    body: [...begin, ...repeat([...round, ...steps], 0, end)],
  };
}

/** Puts a number into all lanes of a local that has its name. */
function spread(frame: Frame, number: string, parameter: number): Code {
  const local = frame.newVector();
  frame.names.set(number, { local, isMask: false });
  return [...get(parameter), ...splat, ...set(local)];
}

/** Works out the addresses of arrays that are read from a place on. */
function shiftedAddresses(frame: Frame): Code {
  const { arrays, numbers } = frame.source;
  return shiftedReads(frame.source).flatMap((key) => {
    const [array = '', number = ''] = key.split('+');
    const parameter = arrays.length + 1 + numbers.indexOf(number);
    return [
      ...[...get(arrays.indexOf(array)), ...get(parameter), ...inBytes, ...addAddresses],
      ...set(frame.addresses.get(key) ?? 0),
    ];
  });
}
