import { quantile } from '#shared/engine/distribution/quantile.ts';
import { formatQuantity } from '../quantity/format-quantity.ts';
import type { Inspection } from '../read.ts';
import type { Scenario } from '../scenario.ts';
import type { Provenance, Value } from '../value.ts';
import { sparkline } from './sparkline.ts';

/** Tells of the quantity at a path how it is distributed, where it comes from, and which file says so. */
export function describeValue(path: string, { scenario }: Inspection, file: string): readonly string[] {
  if (scenario === null) return [];
  const value = scenario.inputs.find((input) => input.path === path);
  if (!value) return [];
  return [
    ...distributionWords(value, scenario),
    ...provenanceWords(value.provenance, scenario),
    ...(value.isDecision ? ['A decision: something a party chooses.'] : []),
    ...(value.place.file === file ? [] : [`From ${value.place.file}.`]),
  ];
}

function distributionWords(
  { distribution, dimension, qualifier, text }: Value,
  scenario: Scenario,
): readonly string[] {
  const show = (value: number): string => formatQuantity(rounded(value), dimension, scenario.start);
  if (distribution.kind === 'constant') {
    if (Number.isNaN(distribution.value)) return [];
    return qualifier === null ? [] : [`"${text}": the number is used as it stands.`];
  }
  if (dimension === 'probability' && distribution.kind === 'discrete') return [chanceWords(distribution)];
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => show(quantile(distribution, share)));
  return [`P5 ${low} · median ${middle} · P95 ${high}`, `\`${sparkline(distribution)}\``];
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
    status,
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
