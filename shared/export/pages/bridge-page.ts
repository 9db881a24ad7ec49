import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { waterfall } from '#shared/view/compare/waterfall.ts';
import { capitalise } from '#shared/view/words.ts';
import { conditional, type ExportedScenario } from '../document.ts';
import { measureAt } from './measure-words.ts';
import type { ExportPage, Waterfall } from './page.ts';
import { runLine } from './run-line.ts';

/** More bars than these cannot be named on a slide. */
const barsAtMost = 9;

/** Makes the page of the way from one scenario to another: what each changed input contributes. */
export function bridgePage(
  version: string,
  from: ExportedScenario,
  to: ExportedScenario,
  bridge: Bridge,
): ExportPage {
  const { bars, write } = waterfall(bridge, [from.title, to.title], 'input', barsAtMost);
  const { factor, label, prefix, suffix } = write.unit;
  const steps: Waterfall['steps'] = bars.map((bar) => ({
    label: capitalise(bar.label),
    kind: bar.kind === 'end' ? 'total' : 'change',
    value: bar.effect * factor,
  }));
  const [largest] = bridge.parts;
  const name = measureAt(bridge.measure, bridge.at, 0);
  const difference = write.change(bridge.to - bridge.from, bridge.differenceError);
  const cause =
    largest === undefined
      ? ''
      : `; ${largest.label} accounts for ${write.change(largest.effect, largest.standardError)}`;
  const finding =
    bridge.parts.length === 0
      ? `Nothing that differs moves ${name}`
      : `${to.title}: ${difference} of ${name} against ${from.title}${cause}`;
  const how =
    bridge.statistic === 'central'
      ? 'Central paths'
      : `${bridge.statistic === 'mean' ? 'Means' : bridge.statistic.toUpperCase()} of ${bridge.draws} draws with the same luck`;
  return {
    id: `${from.file}+${to.file}/bridge`,
    topic: `Bridge of ${name}`,
    finding,
    body: { kind: 'waterfall', waterfall: { unit: label, prefix, suffix, steps } },
    footnotes: [
      `${how}; contributions averaged over the orders of change (Shapley), so they add up. ${conditional}`,
      `${runLine(version, from)}; ${runLine(version, to)}`,
    ],
    note: [
      `${finding}.`,
      `${monthLabel(bridge.at)}. ${conditional}`,
      'Contributions:',
      ...bridge.parts.map(
        (part) =>
          `• ${part.label}: ${write.change(part.effect, part.standardError)}${part.isDecision ? ' (a decision)' : ''}`,
      ),
      `Together beyond each alone: ${write.change(bridge.interaction)}.`,
      ...[from, to].map(
        ({ title, file, seed, hash }) => `${title} (${file}): seed ${seed}, file hash ${hash}.`,
      ),
      `Offtake ${version}.`,
    ],
    spoken: bars.map(({ label: part, text }) => `${part}: ${text}`).join('. '),
  };
}
