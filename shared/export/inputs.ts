import { orNull } from '#shared/base/finite.ts';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { dateAt, formatDate } from '#shared/scenario/quantity/parse-date.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import type { Value } from '#shared/scenario/value.ts';
import type { ExportedScenario } from './document.ts';

/** One written quantity as it leaves the program: what it is, how sure, and who says so. */
export interface ExportedInput {
  readonly path: string;
  /** As written in the file. */
  readonly text: string;
  /** In the unit beside them, dates as texts; null where there is none. */
  readonly median: number | string | null;
  readonly p5: number | string | null;
  readonly p95: number | string | null;
  readonly unit: string;
  readonly isUncertain: boolean;
  readonly isDecision: boolean;
  /** Title of the document it rests on, or its key where the document is not described; empty where nobody vouches. */
  readonly source: string;
  readonly date: string;
  readonly status: string;
  readonly confidence: string;
  readonly note: string;
}

/** The unit in which a plan holds each dimension. */
const fixedUnits: Readonly<Record<Dimension, string>> = {
  money: 'USD',
  power: 'MW',
  'chip-power': 'W',
  duration: 'months',
  date: 'date',
  share: '1',
  'rate-per-year': '1/year',
  multiple: '1',
  number: '1',
  compute: 'FLOP/s',
  chips: 'chips',
  shares: 'shares',
  'money-per-chip-hour': 'USD/chip-hour',
  'money-per-year': 'USD/year',
  'money-per-power': 'USD/MW',
  'money-per-chip': 'USD/chip',
  'money-per-share': 'USD/share',
  'money-per-power-year': 'USD/GW-year',
  energy: 'MWh',
  'compute-per-money': 'FLOP/s/USD',
  probability: '1',
};

/** Lists the written quantities of a scenario with their provenance, in the order of the file. */
export function exportedInputs(
  inputs: readonly Value[],
  { sources, projection: { start } }: Pick<ExportedScenario, 'sources' | 'projection'>,
): ExportedInput[] {
  const titles = new Map(sources.map(({ key, title }) => [key, title]));
  return inputs
    .filter(({ origin }) => origin === 'written')
    .map((value) => {
      const { provenance, dimension, distribution } = value;
      const at = (probability: number) => figure(quantile(distribution, probability), dimension, start);
      const isUncertain = distribution.kind !== 'constant';
      return {
        path: value.path,
        text: value.text,
        median: distribution.kind === 'constant' ? figure(distribution.value, dimension, start) : at(0.5),
        p5: isUncertain ? at(0.05) : null,
        p95: isUncertain ? at(0.95) : null,
        unit: fixedUnits[dimension],
        isUncertain,
        isDecision: value.isDecision,
        source: provenance.source === null ? '' : (titles.get(provenance.source) ?? provenance.source),
        date: provenance.date ?? '',
        status: provenance.status ?? '',
        confidence: provenance.confidence ?? '',
        note: provenance.note ?? '',
      };
    });
}

function figure(value: number, dimension: Dimension, start: YearMonth): number | string | null {
  if (!Number.isFinite(value)) return null;
  return dimension === 'date' ? formatDate(dateAt(start, value)) : orNull(value);
}
