import { monthLabel } from '#shared/view/calendar.ts';
import { figureWriter } from '#shared/view/compare/figures.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { formatShare } from '#shared/view/format.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage } from './page.ts';
import { pageOfSeveral } from './page-of.ts';
import { scenarioNames } from './scenario-names.ts';

/** What lies beyond this share of the draws on either side would leave most of the picture empty. */
const tail = 0.005;

/** Makes the page of how the difference of one scenario to the base is distributed over the same draws; null where none answers. */
export function differencePage(
  version: string,
  scenarios: readonly ExportedScenario[],
  at: number,
  question: QuestionOf<'difference'>,
  { focus, rows }: ComparisonOutcomes,
): ExportPage | null {
  const [base, other] = [scenarios[0], scenarios[at]];
  const histogram = focus?.histograms[at] ?? null;
  const row = rows.find(
    (one) =>
      one.measure.id === focus?.measure && one.at.year === focus.at.year && one.at.month === focus.at.month,
  );
  const pair = row?.pairs[at] ?? null;
  if (!focus || !base || !other || !histogram || !row || !pair) return null;
  const name = scenarioNames(scenarios)[at] ?? other.title;
  const write = figureWriter(row.measure, [pair.p5, pair.p95, pair.mean]);
  const { factor, label, prefix, suffix } = write.unit;
  const isFlat = histogram.edges[0] === histogram.edges.at(-1);
  const [from, to] = middle(histogram.shares);
  const isCut = from > 0 || to < histogram.shares.length;
  const edges = Array.from(histogram.edges.slice(from, to + 1), (edge) => edge * factor);
  const percentile = (mark: string, value: number) => ({
    label: `${mark} ${write.change(value)}`,
    at: value * factor,
  });
  const measure = measureLabel(row.measure);
  const when = monthLabel(focus.at);
  return pageOfSeveral(version, [base, other], {
    subject: questionText(question),
    topic: `${measure} at ${when}: ${name} less ${base.title}`,
    finding: isFlat
      ? `${measure} is the same in both on every draw`
      : `${capitalise(name)} lies above ${base.title} in ${formatShare(pair.higher)} of draws, median ${write.change(pair.p50)}`,
    body: {
      kind: 'distribution',
      distribution: {
        unit: label,
        prefix,
        suffix,
        edges,
        shares: Array.from(histogram.shares.slice(from, to), (share) => share * 100),
        cumulative: null,
        marks: isFlat
          ? []
          : [
              percentile('P5', pair.p5),
              percentile('P50', pair.p50),
              percentile('P95', pair.p95),
              { label: 'no difference', at: 0 },
            ],
      },
    },
    reading: [
      `Draw by draw on the same luck. Bars: share of the draws. Mean ${write.change(pair.mean, pair.meanError)} ${write.error(pair.meanError)}.${isCut ? ' The farthest tails are left out.' : ''}`,
    ],
    spoken: `Mean ${write.change(pair.mean)}, P5 ${write.change(pair.p5)}, median ${write.change(pair.p50)}, P95 ${write.change(pair.p95)}.`,
  });
}

/** The bars, `to` not included, without the farthest tails. */
function middle(shares: Float64Array): readonly [from: number, to: number] {
  let below = 0;
  let from = 0;
  while (from < shares.length - 1 && below + (shares[from] ?? 0) < tail) below += shares[from++] ?? 0;
  let above = 0;
  let to = shares.length;
  while (to > from + 1 && above + (shares[to - 1] ?? 0) < tail) above += shares[--to] ?? 0;
  return [from, to];
}
