import { nameAt } from '#shared/view/analysis/about.ts';
import type { DistributionResult } from '#shared/view/analysis/answers.ts';
import { distributionView } from '#shared/view/analysis/distribution.ts';
import { driversOf } from '#shared/view/explain.ts';
import type { Lens } from '#shared/view/lens.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { Distribution, ExportPage } from './page.ts';
import { aboutMeasure, pageOf } from './page-of.ts';

/** Makes the page of how a measure is distributed over the draws: histogram, cumulative curve, percentiles. */
export function distributionPage(
  version: string,
  scenario: ExportedScenario,
  lens: Lens,
  question: QuestionOf<'distribution'>,
  result: DistributionResult,
): ExportPage | null {
  const about = aboutMeasure(scenario, result.of);
  if (about === null || result.histogram === null) return null;
  const view = distributionView(about, result);
  const { unit, window, edges, shares, marks, facts } = view;
  const isIn = (edge: number | undefined) => edge !== undefined && edge >= window[0] && edge <= window[1];
  const bars = [...shares.keys()].filter((bar) => isIn(edges[bar]) && isIn(edges[bar + 1]));
  // A figure that is the same in nearly every draw has one bar without a width.
  const shown = bars.length > 0 ? bars : [...shares.keys()];
  let sum = 0;
  const cumulative = Array.from(shares, (share) => {
    sum += share;
    return sum * 100;
  });
  const isCut = shown.length < shares.length;
  const distribution: Distribution = {
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    edges: [...shown, (shown.at(-1) ?? 0) + 1].map((edge) => edges[edge] ?? Number.NaN),
    shares: shown.map((bar) => (shares[bar] ?? 0) * 100),
    cumulative: shown.map((bar) => cumulative[bar] ?? 0),
    marks: marks.map(({ label, at, text }) => ({ label: `${label} ${text}`, at })),
  };
  const deals = lens.deals.map(({ key }) => key);
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: `Distribution of ${nameAt(about, result.at)}`,
      finding: view.finding,
      body: { kind: 'distribution', distribution },
      reading: [
        `${view.basis} Bars: share of the draws; line: share of the draws up to the upper end of a bar.${isCut ? ' The farthest tails are left out.' : ''}`,
      ],
      spoken: facts.map(({ label, value, error }) => `${label} ${value} ${error}`.trim()).join('; '),
    },
    driversOf(result.of, deals, scenario.inputs),
  );
}
