import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { Corner, Corners } from '#shared/scenario/compare/corners.ts';
import type { ChartSeries, ChartView, Dash, Tone } from '../chart.ts';
import { displayUnit, looksLike } from '../display-unit.ts';
import { measureLabel } from '../lens.ts';
import { timeline } from '../timeline.ts';
import { type FigureWriter, figureWriter } from './figures.ts';

/** One of the four figures, as text, with what the decision does under those beliefs. */
export interface FourWayRow {
  readonly beliefs: string;
  readonly without: string;
  readonly with: string;
  readonly decision: string;
  readonly decisionError: string;
}

/** The two by two table of a bridge by tag: the baseline moves with the beliefs, the decision is measured from it. */
export interface FourWayTable {
  readonly rows: readonly FourWayRow[];
  /** What the beliefs do without the decision, and with it. */
  readonly beliefs: { readonly without: string; readonly with: string };
  readonly write: FigureWriter;
  /** What the table shows, in a sentence. */
  readonly finding: string;
}

/** Sets out the four corners of a bridge whose players are beliefs and decisions. */
export function fourWayTable({ measure, from, to, parts }: Bridge): FourWayTable {
  const part = (name: string) => parts.find(({ input }) => input === name);
  const [beliefs, decisions] = [part('beliefs'), part('decisions')];
  const newBeliefs = from + (beliefs?.alone ?? 0);
  const decided = from + (decisions?.alone ?? 0);
  const write = figureWriter(measure, [from, to, newBeliefs, decided]);
  const error = decisions?.standardError ?? 0;
  const row = (name: string, without: number, withIt: number): FourWayRow => ({
    beliefs: name,
    without: write.value(without),
    with: write.value(withIt),
    decision: write.change(withIt - without, error),
    decisionError: error > 0 ? write.error(error) : '',
  });
  const rows = [row('Old beliefs', from, decided), row('New beliefs', newBeliefs, to)];
  const [old, fresh] = rows;
  return {
    rows,
    beliefs: { without: write.change(newBeliefs - from), with: write.change(to - decided) },
    write,
    finding:
      decisions === undefined
        ? 'Only beliefs differ here; tag what a party chooses with “decision: true” to see it apart'
        : decided === from && newBeliefs === to
          ? 'The decisions that differ do not reach this measure'
          : beliefs === undefined
            ? `Only decisions differ here: they make ${old?.decision}`
            : `Measured from its own baseline, the decision makes ${old?.decision} under old beliefs, ${fresh?.decision} under new`,
  };
}

const looks: Readonly<Record<string, readonly [label: string, tone: Tone, dash: Dash]>> = {
  'old false': ['old, without', 'data-1', 'dashed'],
  'old true': ['old, with', 'data-1', 'solid'],
  'new false': ['new, without', 'data-2', 'dashed'],
  'new true': ['new, with', 'data-2', 'solid'],
};

/** Draws the four lines: colour tells the beliefs, the dash whether the decision is taken. */
export function fourWayChart({ measure, corners }: Corners): ChartView | null {
  const [first] = corners;
  if (first === undefined) return null;
  const largest = corners.reduce(
    (most, { values }) => values.reduce((size, value) => Math.max(size, Math.abs(value) || 0), most),
    0,
  );
  const unit = displayUnit(measure.unit, largest, looksLike(measure));
  const seriesOf = ({ beliefs, isDecided, values }: Corner): readonly ChartSeries[] => {
    const look = looks[`${beliefs} ${isDecided}`];
    if (look === undefined) return [];
    const [label, tone, dash] = look;
    return [
      {
        id: `${beliefs} ${isDecided}`,
        label,
        kind: 'line',
        tone,
        dash,
        values: values.map((value) => value * unit.factor),
        band: null,
      },
    ];
  };
  return {
    id: 'four-way',
    topic: measureLabel(measure),
    finding: `${measureLabel(measure)} under old and new beliefs, without and with the decisions`,
    unit: unit.label,
    prefix: unit.prefix,
    suffix: unit.suffix,
    source: 'Every input at its median.',
    timeline: timeline(first.start, first.values.length, 'month'),
    series: corners.flatMap(seriesOf),
    references: [],
    marks: [],
    ring: 'central line',
  };
}
