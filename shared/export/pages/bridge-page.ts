import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { type WaterfallBar, waterfall } from '#shared/view/compare/waterfall.ts';
import { formatNumber, formatShare } from '#shared/view/format.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import { measureAt } from './measure-words.ts';
import type { ExportPage, Waterfall } from './page.ts';
import { pageOfSeveral } from './page-of.ts';

/** More bars than these cannot be named on a slide. */
const barsAtMost = 9;
/** A speaker needs no more contributions than these. */
const partsAtMost = 12;

/** Makes the page of the way from one scenario to another: what each changed input, deal or theme contributes. */
export function bridgePage(
  version: string,
  [from, to]: readonly [from: ExportedScenario, to: ExportedScenario],
  question: QuestionOf<'bridge'>,
  bridge: Bridge,
): ExportPage {
  const { bars, write } = waterfall(bridge, [from.title, to.title], question.by ?? 'input', barsAtMost);
  const { factor, label, prefix, suffix } = write.unit;
  const steps: Waterfall['steps'] = bars.map((bar) => ({
    label: capitalise(bar.label),
    kind: bar.kind === 'end' ? 'total' : 'change',
    value: bar.effect * factor,
  }));
  const largest = bars.find(({ kind }) => kind === 'part');
  const name = measureAt(bridge.measure, bridge.at, 0);
  const difference = write.change(bridge.to - bridge.from, bridge.differenceError);
  const cause = largest === undefined ? '' : `; ${largest.label} accounts for ${largest.text}`;
  const finding =
    bridge.parts.length === 0
      ? `Nothing that differs moves ${name}`
      : `${to.title}: ${difference} of ${name} against ${from.title}${cause}`;
  return pageOfSeveral(
    version,
    [from, to],
    {
      subject: questionText(question),
      topic: `Bridge of ${name}`,
      finding,
      body: { kind: 'waterfall', waterfall: { unit: label, prefix, suffix, steps } },
      reading: [
        `${howTaken(bridge)}; contributions averaged over the orders of change (Shapley), so they add up.${errorWords(bars)}`,
      ],
      spoken: bars.map(({ label: part, text }) => `${part}: ${text}`).join('. '),
    },
    [
      `${monthLabel(bridge.at)}. Contributions:`,
      ...bridge.parts
        .slice(0, partsAtMost)
        .map(
          (part) =>
            `• ${part.label}: ${write.change(part.effect, part.standardError)}${part.isDecision ? ' (a decision)' : ''}`,
        ),
      `Together beyond each alone: ${write.change(bridge.interaction)}.`,
    ],
  );
}

/** Says what of the draws a bridge divides. */
export function howTaken({ statistic, draws, answered }: Bridge): string {
  if (statistic === 'central') return 'Central paths';
  const what = statistic === 'mean' ? 'Means' : statistic.toUpperCase();
  const gaps = answered < 1 ? `, ${formatShare(answered)} of which have an answer` : '';
  return `${what} of ${formatNumber(draws, 0)} draws with the same luck${gaps}`;
}

/** Says how sure the bars are, where that is not beyond doubt. */
function errorWords(bars: readonly WaterfallBar[]): string {
  const told = bars.filter(({ kind, errorText }) => kind !== 'end' && errorText !== '').slice(0, 3);
  if (told.length === 0) return '';
  return ` One standard error: ${told.map(({ label, errorText }) => `${label} ${errorText}`).join(', ')}.`;
}
