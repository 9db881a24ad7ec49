import type { ChartSeries, ChartView } from '../chart.ts';
import { formatNumber, formatShare } from '../format.ts';
import { measureLabel } from '../lens.ts';
import { areaLook } from '../series-look.ts';
import { timeline } from '../timeline.ts';
import { capitalise } from '../words.ts';
import type { About } from './about.ts';
import type { SensitivityResult } from './answers.ts';
import type { River } from './river.ts';

const shareOf = {
  rank: 'Contribution to the variance, from rank correlations',
  tornado: 'Squared swing from P10 to P90 of each input alone, as a share of all',
  sobol: 'First variance indices; what is left over is due to inputs acting together',
} as const;

/** What is too small to be named is plain: nothing sets one part of it apart from another. */
const othersLook = { kind: 'area', tone: 'muted', dash: 'solid' } as const;

/** Turns a river into a chart of stacked areas over the months that were looked at, in per cent. */
export function riverChart(about: About, river: River, { method, runs }: SensitivityResult): ChartView {
  const { months, labels, layers } = river;
  const whole = timeline(about.start, (months.at(-1) ?? -1) + 1, 'month');
  const isEvery = months.length === whole.months;
  const last = Array.from(months);
  const series = layers.map(
    ({ key, label, shares }, at): ChartSeries => ({
      id: key ?? 'others',
      label: capitalise(label),
      ...(key === null ? othersLook : areaLook(at)),
      values: shares.map((share) => share * 100),
      band: null,
    }),
  );
  const name = measureLabel(about.info);
  return {
    id: 'river',
    topic: `What drives ${name}, month by month`,
    finding: findingOf(river, name),
    unit: '% of variance',
    prefix: '',
    suffix: '\u202f%',
    source: `${shareOf[method]}; ${formatNumber(runs, 0)} ${method === 'rank' ? 'draws' : 'runs'}.`,
    timeline: isEvery
      ? whole
      : {
          ...whole,
          // A few months only: each stands for the stretch up to it.
          period: 'quarter',
          first: last.map((_, at) => (at === 0 ? 0 : (last[at - 1] ?? 0) + 1)),
          last,
          labels,
          codes: last.map((month) => whole.codes[month] ?? ''),
        },
    series,
    references: [],
    marks: [],
    ring: `${formatNumber(runs, 0)} runs`,
  };
}

/** Says which input leads at the end, and which led before where that is another one. */
function findingOf({ labels, layers }: River, name: string): string {
  const end = labels.length - 1;
  const leaderAt = (at: number) =>
    layers
      .filter(({ key }) => key !== null)
      .reduce<River['layers'][number] | null>(
        (most, layer) => ((layer.shares[at] ?? 0) > (most?.shares[at] ?? 0) ? layer : most),
        null,
      );
  const last = leaderAt(end);
  if (last === null) return `${name} depends on none of the uncertain inputs at the end`;
  const began = labels.findIndex((_, at) => leaderAt(at) !== null);
  const first = leaderAt(began);
  const share = formatShare(last.shares[end] ?? 0);
  const now = `${capitalise(last.label)} drives ${share} of the variance of ${name} by ${labels[end]}`;
  return first === null || first.key === last.key
    ? now
    : `${now}; in ${labels[began]} it is ${first.label} that matters most`;
}
