import { figureText, nameAt, unitFor } from '#shared/view/analysis/about.ts';
import type { SeekResult } from '#shared/view/analysis/answers.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';
import { seekView } from '#shared/view/analysis/seek.ts';
import { measureName } from '#shared/view/lens.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { seekWish } from '../questions/seek-wish.ts';
import type { ExportPage } from './page.ts';
import { aboutMeasure, pageOf, valuesOf } from './page-of.ts';

/** Makes the page of a goal seek: the measure over the range searched, with the target. */
export function seekPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'seek'>,
  result: SeekResult,
  of: string,
): ExportPage | null {
  const about = aboutMeasure(scenario, of);
  const wish = seekWish(question);
  if (about === null || wish === null) return null;
  const { tried, input } = result;
  const { finding, details } = seekView(about, result, wish);
  const unit = unitFor(about, [...tried.figures, wish.target]);
  const name = nameAt(about, result.at);
  return pageOf(
    version,
    scenario,
    {
      subject: questionText(question),
      topic: `${name} over ${input.label}`,
      finding,
      body: {
        kind: 'curve',
        curve: {
          unit: unit.label,
          prefix: unit.prefix,
          suffix: unit.suffix,
          across: {
            label: capitalise(input.label),
            values: [...tried.values],
            texts: Array.from(tried.values, (value) => inputText(value, input, about.start)),
          },
          label: measureName(about.info),
          values: Array.from(tried.figures, (figure) => figure * unit.factor),
          band: null,
          target: { label: `Target ${figureText(about, wish.target)}`, value: wish.target * unit.factor },
        },
      },
      reading: [details.join(' ')],
      spoken: `${finding}. ${details.join(' ')}`,
    },
    valuesOf(scenario, [input.key]),
  );
}
