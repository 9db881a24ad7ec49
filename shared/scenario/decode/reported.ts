import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { rangeWords } from '../fields/range-words.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Node } from '../text/node.ts';
import type { Range, Reported } from '../value.ts';
import type { Decoding, Here, ReportedList } from './decoding.ts';

const confidenceWeights = { high: 3, medium: 2, low: 1 } as const;

/** Figures reported for a quantity, with the weight each would have as a distribution. */
interface Weighed extends Reported {
  readonly weight: number;
}

/** Reads the reported figures as quantities of a dimension; each must be a plain value. */
export function readReported(
  d: Decoding,
  list: ReportedList | null,
  dimension: Dimension,
  here: Here,
): readonly Weighed[] {
  if (list === null) return [];
  const result: Weighed[] = [];
  for (const { value, ...rest } of list.figures) {
    const parsed = parseQuantity(value.text, dimension, { start: d.start });
    const place = value.spot.place;
    if (!parsed.ok) {
      d.report({
        code: parsed.error.code,
        path: value.spot.path,
        place,
        message: `${value.spot.path}: ${parsed.error.message}`,
        met: parsed.error.met,
        expected: parsed.error.expected,
      });
      continue;
    }
    if (parsed.value.distribution.kind !== 'constant') {
      d.report({
        code: 'must-be-certain',
        path: value.spot.path,
        place,
        message: `${value.spot.path} is ${value.text}, but a reported figure must be one plain value.`,
        met: value.text,
        expected: 'one plain value',
      });
      continue;
    }
    const weight =
      list.weights === 'equal'
        ? 1
        : confidenceWeights[rest.confidence ?? here.provenance.confidence ?? 'medium'];
    result.push({ ...rest, text: value.text, value: parsed.value.distribution.value, place, weight });
  }
  return result;
}

/** Makes the reported figures themselves the distribution; null, and a report, where there are none. */
export function fromReported(
  d: Decoding,
  reported: readonly Weighed[],
  shape: { readonly dimension: Dimension; readonly range: Range },
  here: Here,
  node: Node,
): Distribution | null {
  if (reported.length > 0) {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = shape.range;
    const outside = reported.find(({ value }) => value < min || value > max);
    if (outside) {
      const expected = rangeWords(shape.dimension, shape.range) ?? '';
      d.report({
        code: 'out-of-range',
        path: here.path,
        place: outside.place,
        message: `${here.path}: the reported figure ${outside.text} must be ${expected}.`,
        met: outside.text,
        expected,
      });
      return null;
    }
    return {
      kind: 'discrete',
      values: reported.map((figure) => figure.value),
      weights: reported.map((figure) => figure.weight),
    };
  }
  if (here.reported === null) {
    d.report({
      code: 'nothing-reported',
      path: here.path,
      place: node.place,
      message: `${here.path} is "reported", but no figures are listed. Add reported: [ { value: …, source: … } ] beside it.`,
      met: 'reported',
      expected: 'a list of figures under "reported"',
    });
  }
  return null;
}
