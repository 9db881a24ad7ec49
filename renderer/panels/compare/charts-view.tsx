import { useMemo, useRef } from 'react';
import { useStore } from 'zustand/react';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import type { AxisRange } from '#shared/view/axis-range.ts';
import { monthLabelEnding } from '#shared/view/calendar.ts';
import type { ChartView } from '#shared/view/chart.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { type OverlayWishes, overlayChart, smallMultiples } from '#shared/view/compare/overlay.ts';
import type { KeptRanges } from '../../charts/chart.tsx';
import { PeriodAt } from '../../charts/chart-key.tsx';
import { CursorLine } from '../../charts/cursor-line.tsx';
import { PlotSurface } from '../../charts/plot-surface.tsx';
import { usualCharts } from '../../state/comparison/comparison-state.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { useLayout, useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { LazyChart } from '../lazy-chart.tsx';
import { SpokenChart } from '../spoken-chart.tsx';
import { CompareKey } from './compare-key.tsx';
import { useNames } from './names.ts';

interface ChartsViewProps {
  readonly theme: string;
  readonly isOverlay: boolean;
}

/** The same measures of all scenarios: over one another, or each on its own with one axis. */
export function ChartsView({ theme, isOverlay }: ChartsViewProps) {
  const outcomes = useComparison((state) => state.outcomes);
  const measures = useComparison((state) => state.measures);
  const pinned = useComparison((state) => state.pinned);
  const measure = useComparison((state) => state.bridge.measure);
  const shown = useComparison((state) => state.shown);
  const base = useComparison((state) => state.base);
  const name = useNames();
  const ranges = useRef<KeptRanges>(new Map()).current;
  const charts = useMemo(() => {
    if (outcomes === null) return [];
    const nameOf = (id: string) => (id === base ? 'base' : name(id));
    const wishes: OverlayWishes = { shown, names: outcomes.scenarios.map(({ id }) => nameOf(id)) };
    if (!isOverlay) return multiplesOf(outcomes, measures, measure, wishes);
    const wanted = new Set([measure, ...(pinned.length > 0 ? pinned : usualCharts)]);
    return overlaysOf(outcomes, measures, [...wanted], wishes);
  }, [outcomes, measures, shown, name, base, isOverlay, measure, pinned]);
  return (
    <div className={charts.length > 1 ? 'compare-charts' : 'compare-charts compare-charts-one'}>
      {charts.map(({ view, range }) => (
        <CompareChart
          key={view.id}
          view={view}
          range={range}
          ranges={ranges}
          theme={theme}
          pin={isOverlay ? view.id.replace(/^compare:/, '') : null}
          page={questionText(
            question(isOverlay ? 'overlay' : 'multiples', {
              of: isOverlay ? view.id.replace(/^compare:/, '') : measure,
              show: shown === 'mean' ? null : shown,
            }),
          )}
        />
      ))}
      {charts.length === 0 && outcomes !== null ? (
        <p className="empty">{measure} has no figures in these scenarios.</p>
      ) : null}
    </div>
  );
}

interface FramedChart {
  readonly view: ChartView;
  readonly range: AxisRange | null;
}

function overlaysOf(
  outcomes: ComparisonOutcomes,
  measures: readonly MeasureInfo[],
  wanted: readonly string[],
  wishes: OverlayWishes,
): readonly FramedChart[] {
  return wanted.flatMap((id) => {
    const info = measures.find((one) => one.id === id);
    const view = info && overlayChart(outcomes, info, wishes);
    return view ? [{ view, range: null }] : [];
  });
}

function multiplesOf(
  outcomes: ComparisonOutcomes,
  measures: readonly MeasureInfo[],
  measure: string,
  wishes: OverlayWishes,
): readonly FramedChart[] {
  const info = measures.find(({ id }) => id === measure);
  const multiples = info && smallMultiples(outcomes, info, wishes);
  return multiples ? multiples.views.map((view) => ({ view, range: multiples.range })) : [];
}

interface CompareChartProps {
  readonly view: ChartView;
  readonly range: AxisRange | null;
  readonly ranges: KeptRanges;
  readonly theme: string;
  /** The measure, where it can be pinned. */
  readonly pin: string | null;
  /** What it is in an export. */
  readonly page: string;
}

function CompareChart({ view, range, ranges, theme, pin, page }: CompareChartProps) {
  const { cursor, layout } = useStores();
  const { choose } = useComparisonActions();
  const month = useStore(cursor, (state) => state.month);
  const zoom = useLayout((state) => state.zoom);
  const pinned = useComparison((state) => state.pinned);
  const bridge = useComparison((state) => state.bridge);
  const whole = useMemo(() => [0, view.timeline.months] as const, [view.timeline.months]);
  const months = zoom ?? whole;
  const isKept = pin !== null && pinned.includes(pin);
  const toggleKept = () => {
    if (pin === null) return;
    const before = pinned.length > 0 ? pinned : [];
    choose({ pinned: isKept ? before.filter((one) => one !== pin) : [...before, pin] });
  };
  return (
    <section className="card compare-card" aria-label={view.topic} data-chart={view.id}>
      <header className="card-head">
        <h3 className="compare-finding" title={view.finding}>
          {view.finding}
        </h3>
        <div className="card-topic">
          <p>{view.topic}</p>
          <span className="card-unit">{view.unit}</span>
          <PeriodAt view={view} month={month} />
          {pin === null ? null : (
            <IconButton
              icon={isKept ? 'check' : 'add'}
              label={isKept ? 'Kept in this comparison' : 'Keep in this comparison'}
              isOn={isKept}
              onClick={toggleKept}
            />
          )}
          <PinButton page={page} />
        </div>
      </header>
      <CompareKey view={view} month={month} />
      <PlotSurface
        label={`${view.topic}: time cursor`}
        valueText={monthLabelEnding(view.timeline.start, month ?? months[1])}
        months={months}
        whole={whole}
        cursor={month}
        onCursor={(next) => cursor.setState({ month: next })}
        onZoom={(next) => layout.setState({ zoom: next })}
        onPick={() => pin !== null && choose({ bridge: { ...bridge, measure: pin } })}
      >
        <LazyChart
          view={view}
          months={months}
          isLogarithmic={false}
          ranges={ranges}
          lockedRange={range}
          theme={theme}
          onDrawn={nothing}
        />
        <CursorLine month={month} months={months} />
      </PlotSurface>
      <p className="card-source" title={view.source}>
        <span>{view.source}</span>
        <span className="card-ring">{view.ring}</span>
      </p>
      <SpokenChart view={view} />
    </section>
  );
}

const nothing = () => undefined;
