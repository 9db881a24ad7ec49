import { figureText, unitFor } from '#shared/view/analysis/about.ts';
import type { TornadoEffects } from '#shared/view/analysis/answers.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { measureAt } from './measure-words.ts';
import type { ExportPage, Tornado } from './page.ts';
import { footnotes } from './run-line.ts';
import { speakerNote } from './speaker-note.ts';

/** More bars than these say nothing. */
const barsAtMost = 10;

/** Makes the page of what each uncertain input alone does to the measure in focus; null where that was not found out. */
export function tornadoPage(
  version: string,
  scenario: ExportedScenario,
  question: QuestionOf<'tornado'>,
  effects: TornadoEffects,
): ExportPage | null {
  const { projection } = scenario;
  const info = projection.series.find((series) => series.info.id === effects.of)?.info;
  if (info === undefined) return null;
  const about = { info, start: projection.start };
  const order = swingOrder(effects).slice(0, barsAtMost);
  if (order.length === 0) return null;
  const unit = unitFor(about, [effects.central, ...effects.atP10, ...effects.atP90]);
  const shown = (value: number | undefined) => (value ?? Number.NaN) * unit.factor;
  const tornado: Tornado = {
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    base: shown(effects.central),
    bars: order.flatMap((at) => {
      const note = effects.inputs[at];
      if (note === undefined) return [];
      return [
        {
          label: capitalise(note.label),
          low: shown(effects.atP10[at]),
          high: shown(effects.atP90[at]),
          lowInput: inputText(effects.p10[at] ?? Number.NaN, note, projection.start),
          highInput: inputText(effects.p90[at] ?? Number.NaN, note, projection.start),
        },
      ];
    }),
  };
  const [first = 0] = order;
  const name = measureAt(info, projection.start, effects.at);
  const told = (values: Float64Array) => figureText(about, values[first] ?? Number.NaN, unit);
  const finding = `${capitalise(effects.inputs[first]?.label ?? '')} moves ${name} most: from ${told(effects.atP10)} to ${told(effects.atP90)}`;
  const keys = order.flatMap((at) => effects.inputs[at]?.key ?? []);
  return {
    id: `${scenario.file}/${questionText(question)}`,
    topic: `What moves ${name}`,
    finding,
    body: { kind: 'tornado', tornado },
    footnotes: footnotes(
      ['Each input alone at its 10th and its 90th percentile, all others at their medians.'],
      version,
      scenario,
    ),
    note: speakerNote(
      finding,
      version,
      scenario,
      scenario.inputs.filter(({ path, reference }) => reference === null && keys.includes(path)),
    ),
    spoken: tornado.bars
      .map(({ label, lowInput, highInput }) => `${label}: ${lowInput} to ${highInput}`)
      .join('. '),
  };
}

/** The inputs by how far they move the measure, the most first; those that do not move it are left out. */
function swingOrder({ inputs, atP10, atP90 }: TornadoEffects): number[] {
  const swing = (at: number) => Math.abs((atP90[at] ?? Number.NaN) - (atP10[at] ?? Number.NaN));
  return inputs
    .map((_, at) => at)
    .filter((at) => swing(at) > 0)
    .sort((a, b) => swing(b) - swing(a));
}
