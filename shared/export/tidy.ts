import type { Bands } from '#shared/view/bands.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { type RunDocument, type RunResult, shortHash } from './document.ts';

/** A cell of a tidy table; null is an empty cell. */
export type TidyCell = string | number | null;

/** The columns of a tidy table: what is told first, how it was made last. */
export const tidyColumns = [
  'scenario',
  'measure',
  'label',
  'unit',
  'kind',
  'month',
  'value',
  'p5',
  'p25',
  'p50',
  'p75',
  'p95',
  'hash',
  'seed',
  'draws',
  'offtake',
  'basis',
] as const;

/** The condition, in few words, since it stands in every row. */
const basis = 'conditional on these assumptions';

const percentiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

/** Sets out all measures as data tools like it: a row per scenario, measure and month, every row complete in itself. */
export function* tidyRows({ version, scenarios }: RunDocument): Generator<readonly TidyCell[]> {
  for (const scenario of scenarios) {
    const { projection, fan, file } = scenario;
    const bands = new Map<string, Bands>((fan?.bands ?? []).map((one) => [one.id, one]));
    const months = Array.from({ length: projection.months }, (_, month) =>
      monthCode(monthAfter(projection.start, month)),
    );
    const about = provenanceCells(version, scenario);
    for (const { info, values } of projection.series) {
      const band = bands.get(info.id);
      const head = [file, info.id, info.label, info.unit, info.kind];
      for (let at = 0; at < months.length; at++) {
        yield [...head, months[at] ?? '', answer(values, at), ...spread(band, at), ...about];
      }
    }
  }
}

function provenanceCells(version: string, { hash, seed, fan }: RunResult): TidyCell[] {
  return [shortHash(hash), seed, fan?.done ?? null, version, basis];
}

function spread(band: Bands | undefined, at: number): TidyCell[] {
  return percentiles.map((name) => (band === undefined ? null : answer(band[name], at)));
}

function answer(values: Float64Array, at: number): number | null {
  const value = values[at];
  return value !== undefined && Number.isFinite(value) ? value : null;
}
