import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { fewerDraws } from '#shared/view/compare/fewer-draws.ts';
import { figureWriter } from '#shared/view/compare/figures.ts';
import { inputTable, sideText, sourcesText } from '#shared/view/compare/input-table.ts';
import { type OutcomeEntry, outcomeTable } from '#shared/view/compare/outcome-table.ts';
import { waterfall } from '#shared/view/compare/waterfall.ts';
import { formatNumber } from '#shared/view/format.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { textTable } from '../text-table.ts';
import type { ComparedFile, Comparison, ComparisonWish } from './gather-comparison.ts';

const longestText = 44;

/** Writes a comparison for a person: outcomes by date, inputs by effect, and the bridge where one was asked for. */
export function comparisonReport(wish: ComparisonWish, comparison: Comparison, hasBridge: boolean): string {
  const [base, ...others] = wish.files;
  if (base === undefined) return '';
  const { outcomes, inputs, bridges } = comparison;
  const why = fewerDraws(outcomes);
  return [
    `Base      ${base.run.title} (${base.file})`,
    ...others.map(({ run, file }, at) => `${letter(at)}         ${run.title} (${file})`),
    `Means of ${formatNumber(outcomes.done, 0)} draws with the same luck in all; conditional on the assumptions of the files.`,
    ...(why === null ? [] : [`Only so many: ${why}.`]),
    ...wish.at.flatMap((at) => ['', `At ${monthLabel(at)}`, outcomesText(wish.files, outcomes, at)]),
    ...others.flatMap((_, at) => {
      const bridge = bridges[at];
      const name = others.length === 1 ? '' : ` in ${letter(at)}`;
      if (bridge === undefined) return [];
      return [
        '',
        `Inputs that differ${name}, by effect on ${about(bridge)}`,
        inputsText(inputs[at] ?? [], bridge),
        ...(hasBridge ? ['', `Bridge${name}: ${about(bridge)}`, bridgeText(bridge)] : []),
      ];
    }),
    '',
  ].join('\n');
}

function letter(at: number): string {
  return String.fromCharCode(66 + at);
}

function about({ measure, at, statistic, draws }: Bridge): string {
  const of = {
    central: 'on the central path',
    mean: `mean of ${formatNumber(draws, 0)} draws`,
    p5: `5th percentile of ${draws} draws`,
    p50: `median of ${draws} draws`,
    p95: `95th percentile of ${draws} draws`,
  };
  return `${measureLabel(measure)} at ${monthLabel(at)}, ${of[statistic]}`;
}

function outcomesText(
  files: readonly ComparedFile[],
  outcomes: Comparison['outcomes'],
  at: ComparisonWish['at'][number],
): string {
  const head = [
    '',
    'Base',
    ...files.slice(1).flatMap((_, place) => [letter(place), 'change', '%', 'higher in', 'paired']),
  ];
  const lines = outcomeTable(outcomes, at, 'mean').map(({ label, entries }) => [
    label,
    ...entries.flatMap((entry, place) => (place === 0 ? [figure(entry)] : changed(entry))),
  ]);
  return textTable([head, ...lines], ['left', ...head.slice(1).map(() => 'right' as const)]);
}

function figure({ value, error }: OutcomeEntry): string {
  return error === '' ? value : `${value} ${error}`;
}

/** The last column says how many times smaller the error of the change is for being taken draw by draw. */
function changed(entry: OutcomeEntry): readonly string[] {
  const { change } = entry;
  if (change === null) return [entry.value, '', '', '', ''];
  const { absolute, error, percent, higher, gain } = change;
  return [entry.value, error === '' ? absolute : `${absolute} ${error}`, percent, higher, gain];
}

function inputsText(differences: readonly InputDifference[], bridge: Bridge): string {
  if (differences.length === 0) return '  none';
  const write = figureWriter(
    bridge.measure,
    bridge.parts.map(({ effect }) => effect),
  );
  const lines = inputTable(differences, bridge).map(
    ({ difference, effect, standardError, remark, together }) => [
      remark === '' ? write.change(effect, standardError) : remark,
      difference.label + (difference.isDecision ? ' (decision)' : ''),
      `${shortened(sideText(difference.base))} → ${shortened(sideText(difference.other))}`,
      together ?? sourcesText(difference),
    ],
  );
  return textTable(lines, ['right', 'left', 'left', 'left']);
}

function bridgeText(bridge: Bridge): string {
  const { bars, write, interaction } = waterfall(bridge, ['Base', 'Other'], 'input', 40);
  const lines = bars.map(({ label, text, errorText, alone, last, kind }) => [
    label,
    text,
    errorText,
    kind === 'part' ? `alone ${write.change(alone)}, last ${write.change(last)}` : '',
  ]);
  const how = bridge.isExact
    ? `Shapley values, exact over ${bridge.coalitions} combinations; parts sum to the whole.`
    : `Shapley values from sampled orders, ${bridge.coalitions} combinations; parts sum to the whole.`;
  const on =
    bridge.fullDraws < bridge.draws
      ? ` All combinations on ${bridge.fullDraws} draws, each input first and last on ${bridge.draws}.`
      : '';
  return [
    textTable(lines, ['left', 'right', 'right', 'left']),
    `${how}${on} Interaction beyond each alone: ${write.change(interaction)}.`,
  ].join('\n');
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
