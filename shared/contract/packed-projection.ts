import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { MeasureInfo, Projection } from '#shared/engine/projection.ts';
import type { Fault } from './fault.ts';
import { type PackedColumns, packColumns, unpackColumns } from './packed-columns.ts';
import type { ProjectionResult } from './results.ts';

/**
 * A projection on its way: its numbers in one array, and what the measures are only where the asker does not have it yet.
 * While figures are edited that stays the same, and it is most of what there would be to copy and to read.
 */
export interface PackedProjection extends Omit<Projection, 'series' | 'ledger'> {
  /** Null where the asker said that it has those of the result's name for them. */
  readonly infos: readonly MeasureInfo[] | null;
  readonly ledger: readonly Omit<Projection['ledger'][number], 'values'>[];
  /** Months of each measure, then of each flow of the ledger. */
  readonly columns: PackedColumns;
}

/** The answer to an edit, as it travels. */
export interface PackedResult extends Omit<ProjectionResult, 'projection'> {
  readonly packed: PackedProjection;
}

/** Packs a result for an asker who knows some descriptions already. */
export function packResult(result: ProjectionResult, known: readonly string[]): PackedResult {
  const { projection, ...rest } = result;
  const { series, ledger, ...others } = projection;
  return {
    ...rest,
    packed: {
      ...others,
      infos: known.includes(result.described) ? null : series.map(({ info }) => info),
      ledger: ledger.map(({ values: _, ...flow }) => flow),
      columns: packColumns(
        [...series, ...ledger].map(({ values }) => values),
        projection.months,
      ),
    },
  };
}

/** A result that has arrived, with what its measures are, whether that came along or was known. */
export interface ArrivedResult {
  readonly result: PackedResult;
  readonly infos: readonly MeasureInfo[];
}

/** Packs a result that has arrived for another asker: its numbers go on as they came. */
export function handOn({ result, infos }: ArrivedResult, known: readonly string[]): PackedResult {
  const isKnown = known.includes(result.described);
  return { ...result, packed: { ...result.packed, infos: isKnown ? null : infos } };
}

/** Unpacks a result that has arrived; series alike are one array. */
export function unpackResult({ result, infos }: ArrivedResult): ProjectionResult {
  const { packed, ...rest } = result;
  const { infos: _, ledger, columns, ...others } = packed;
  const values = unpackColumns(columns, packed.months);
  const valuesAt = (at: number): Float64Array => {
    const column = values[at];
    invariant(column !== undefined, 'every series has its months');
    return column;
  };
  return {
    ...rest,
    projection: {
      ...others,
      series: infos.map((info, at) => ({ info, values: valuesAt(at) })),
      ledger: ledger.map((flow, at) => ({ ...flow, values: valuesAt(infos.length + at) })),
    },
  };
}

/** Asks for a result, saying which descriptions the asker has. */
export type AskPacked<I> = (input: I, known: readonly string[]) => Promise<Outcome<PackedResult, Fault>>;

/** A scenario, its base, and a few that are open beside it. */
const most = 12;

/** Makes a receiver of packed results, which remembers what measures are from one answer to the next. */
export function createResultReceiver<I>(
  ask: AskPacked<I>,
): (input: I) => Promise<Outcome<ArrivedResult, Fault>> {
  const descriptions = new Map<string, readonly MeasureInfo[]>();
  return async (input) => {
    // What was said to be known must still be there when the answer comes, whatever else is read meanwhile.
    const had = new Map(descriptions);
    const reply = await ask(input, [...had.keys()]);
    if (!reply.ok) return fail(reply.error);
    const result = reply.value;
    const infos = result.packed.infos ?? had.get(result.described);
    invariant(infos !== undefined, 'descriptions left out are those the asker has');
    descriptions.delete(result.described);
    descriptions.set(result.described, infos);
    const [oldest] = descriptions.keys();
    if (descriptions.size > most && oldest !== undefined) descriptions.delete(oldest);
    return ok({ result, infos });
  };
}

/** Makes a receiver of packed results that unpacks each as it arrives. */
export function createResultReader<I>(
  ask: AskPacked<I>,
): (input: I) => Promise<Outcome<ProjectionResult, Fault>> {
  const receive = createResultReceiver(ask);
  return async (input) => {
    const reply = await receive(input);
    return reply.ok ? ok(unpackResult(reply.value)) : reply;
  };
}
