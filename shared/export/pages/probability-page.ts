import { figureText, nameAt } from '#shared/view/analysis/about.ts';
import type { DistributionResult } from '#shared/view/analysis/answers.ts';
import { probabilityText } from '#shared/view/analysis/distribution.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { driversOf } from '#shared/view/explain.ts';
import { formatNumber } from '#shared/view/format.ts';
import { type Lens, measureLabel } from '#shared/view/lens.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import { timeline } from '#shared/view/timeline.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { thresholdOf } from '../questions/threshold.ts';
import type { ExportPage } from './page.ts';
import { aboutMeasure, pageOf } from './page-of.ts';

/** Makes the page of how likely a condition is: in each month, and by each month. */
export function probabilityPage(
  version: string,
  scenario: ExportedScenario,
  lens: Lens,
  question: QuestionOf<'probability'>,
  result: DistributionResult,
): ExportPage | null {
  const about = aboutMeasure(scenario, result.of);
  const condition = thresholdOf(question);
  const { probability } = result;
  if (about === null || condition === null || probability === null) return null;
  const { comparison, value } = condition;
  const what = `${comparison === 'at-least' ? 'at least' : 'at most'} ${figureText(about, value)}`;
  const finding = probabilityText(about, result, condition);
  const line = { kind: 'line', band: null } as const;
  const percent = (shares: Float64Array) => shares.map((share) => share * 100);
  const view: ChartView = {
    id: questionText(question),
    topic: `Probability that ${measureLabel(about.info)} is ${what}`,
    finding,
    unit: '% of draws',
    prefix: '',
    suffix: '\u202f%',
    source: `Over ${formatNumber(result.draws, 0)} draws.`,
    timeline: timeline(about.start, probability.at.length, 'month'),
    series: [
      {
        ...line,
        id: 'by',
        label: 'By the month',
        tone: 'data-1',
        dash: 'solid',
        values: percent(probability.by),
      },
      {
        ...line,
        id: 'at',
        label: 'In the month',
        tone: 'data-2',
        dash: 'dashed',
        values: percent(probability.at),
      },
    ],
    references: [],
    marks: [],
    ring: `${formatNumber(result.draws, 0)} draws`,
  };
  const deals = lens.deals.map(({ key }) => key);
  return pageOf(
    version,
    scenario,
    {
      subject: view.id,
      topic: view.topic,
      finding,
      body: { kind: 'chart', view },
      reading: [`${view.source} Looked at: ${nameAt(about, result.at)}.`],
      spoken: spokenSummary(view),
    },
    driversOf(result.of, deals, scenario.inputs),
  );
}
