import type { Fault } from '#shared/contract/fault.ts';

/** Says which of several scenarios does not read: every problem names its file. */
export function namedFault(id: string, fault: Fault): Fault {
  if (fault.kind !== 'invalid-scenario') return fault;
  return { ...fault, problems: fault.problems.map((problem) => ({ file: id, ...problem })) };
}
