import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { formatQuantity } from '../quantity/format-quantity.ts';
import type { Inspection } from '../read.ts';
import type { Scenario } from '../scenario.ts';
import type { Provenance, Value } from '../value.ts';

/** What is told of a quantity: how it is distributed, in words and as what can be drawn, and paragraphs about the rest. */
export interface ToldValue {
  /** Where the values lie; empty for a certain one. */
  readonly spread: readonly string[];
  /** Null for a certain value, and for an event, which has no shape. */
  readonly distribution: Distribution | null;
  readonly facts: readonly string[];
}

/** Tells of the quantity at a path how it is distributed, where it comes from, and which file says so; null where none stands. */
export function describeValue(path: string, { scenario }: Inspection, file: string): ToldValue | null {
  const value = scenario?.inputs.find((input) => input.path === path);
  if (!scenario || !value) return null;
  const facts = [
    ...provenanceWords(value.provenance, scenario),
    ...(value.isDecision ? ['A decision: something a party chooses.'] : []),
    ...(value.place.file === file ? [] : [`From ${value.place.file}.`]),
  ];
  return { ...describeSpread(value, scenario), facts };
}

function describeSpread(
  { distribution, dimension, qualifier, text }: Value,
  scenario: Scenario,
): Pick<ToldValue, 'spread' | 'distribution'> {
  const show = (value: number): string => formatQuantity(rounded(value), dimension, scenario.start);
  if (distribution.kind === 'constant') {
    const isQualified = qualifier !== null && !Number.isNaN(distribution.value);
    return { spread: isQualified ? [`"${text}": the number is used as it stands.`] : [], distribution: null };
  }
  if (dimension === 'probability' && distribution.kind === 'discrete') {
    return { spread: [chanceWords(distribution)], distribution: null };
  }
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => show(quantile(distribution, share)));
  return { spread: [`P5 ${low} · median ${middle} · P95 ${high}`], distribution };
}

/** An event is drawn as 1 or 0, so its percentiles say nothing; its share of draws does. */
function chanceWords({
  values,
  weights,
}: {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}): string {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const happens = weights.reduce((sum, weight, i) => sum + (values[i] === 1 ? weight : 0), 0);
  return `Happens in ${formatQuantity(rounded(happens / all), 'share')} of draws.`;
}

/** Four digits say enough of a percentile. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function provenanceWords(provenance: Provenance, scenario: Scenario): readonly string[] {
  const { source, date, note, confidence, status, basis, reported } = provenance;
  const document = scenario.sources.find(({ key }) => key === source)?.value;
  const where = document
    ? `Source: ${document.url === null ? document.title : `[${document.title}](${document.url})`}${document.date === null ? '' : `, ${document.date}`}`
    : null;
  const facts = [
    date === null ? null : `as of ${date}`,
    status === null ? null : `status: ${status}`,
    basis,
    confidence === null ? null : `${confidence} confidence`,
  ].filter((fact) => fact !== null);
  return [
    ...(where === null ? [] : [where]),
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    ...(note === null ? [] : [note]),
    ...(reported.length === 0
      ? []
      : [
          `Reported: ${reported.map((figure) => `${figure.text}${figure.source === null ? '' : ` (${figure.source})`}`).join(', ')}`,
        ]),
  ];
}
