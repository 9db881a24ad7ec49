import type { SensitivityResult } from '#shared/view/analysis/answers.ts';
import { riverChart } from '#shared/view/analysis/river-chart.ts';
import { sensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage } from './page.ts';
import { aboutMeasure, pageOf, valuesOf } from './page-of.ts';

/** Makes the page of which inputs matter, month by month; null where the months were not looked at. */
export function riverPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'river'>,
  result: SensitivityResult,
): ExportPage | null {
  const about = aboutMeasure(scenario, result.of);
  if (about === null) return null;
  const { river, warning } = sensitivityView(about, result);
  if (river === null) return null;
  const view = riverChart(about, river, result);
  const keys = river.layers.flatMap(({ key }) => key ?? []);
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: view.topic,
      finding: view.finding,
      body: { kind: 'chart', view },
      reading: [[view.source, warning ?? ''].filter((line) => line !== '').join(' ')],
      spoken: spokenSummary(view),
    },
    valuesOf(scenario, keys),
  );
}
