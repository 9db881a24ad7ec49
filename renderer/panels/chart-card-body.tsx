import { memo, type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { useStore } from 'zustand/react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { roundRange } from '#shared/view/axis-range.ts';
import { monthLabelEnding } from '#shared/view/calendar.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { monthEndingAt } from '#shared/view/timeline.ts';
import type { KeptRanges } from '../charts/chart.tsx';
import { ChartKey, PeriodAt } from '../charts/chart-key.tsx';
import { CursorLine } from '../charts/cursor-line.tsx';
import type { MonthRange } from '../charts/geometry.ts';
import { PlotSurface, type ScreenPoint } from '../charts/plot-surface.tsx';
import { toggled } from '../state/layout.ts';
import { useLayout, useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';
import { ChartTableView } from './chart-table-view.tsx';
import { copyChart } from './copy/copy-chart.ts';
import { PinButton } from './export/pin-button.tsx';
import { noteChartDrawn } from './first-chart.ts';
import { LazyChart } from './lazy-chart.tsx';
import { SpokenChart } from './spoken-chart.tsx';

interface ChartCardBodyProps {
  readonly view: ChartView;
  readonly isOld: boolean;
  readonly awaitsBands: boolean;
  /** Whether it was ever in sight: before that there is no need to draw it. */
  readonly isSeen: boolean;
  readonly headingId: string;
  readonly card: RefObject<HTMLElement | null>;
  readonly theme: string;
  readonly ranges: KeptRanges;
  readonly onPick: (chart: ChartView, month: number) => void;
}

/** A copied chart is read away from the window, where it is given more room than the narrowest card has. */
const leastCopy = { width: 520, height: 260 } as const;

/** What is on a card: the chart with its finding, key, tools and source; or the same figures as a table. */
export const ChartCardBody = memo(function ChartCardBody(props: ChartCardBodyProps) {
  const { view, isOld, awaitsBands, isSeen, headingId, card, theme, ranges, onPick } = props;
  const { layout, notices } = useStores();
  const inspect = useInspect(view, awaitsBands);
  const zoom = useLayout((state) => state.zoom);
  const isLogarithmic = useLayout((state) => state.logarithmic.includes(view.id));
  const isTable = useLayout((state) => state.tables.includes(view.id));
  const whole = useMemo((): MonthRange => [0, view.timeline.months], [view.timeline.months]);
  const months = zoom ?? whole;
  const ring = isOld ? 'last good answer' : view.ring;
  const toggle = (list: 'logarithmic' | 'tables') =>
    layout.setState((state) => ({ [list]: toggled(state[list], view.id) }));

  const copy = async () => {
    const plot = card.current?.querySelector('.chart-plot');
    const kept = ranges.get(view.id);
    await copyChart(
      { ...view, ring },
      {
        width: Math.max(leastCopy.width, plot?.clientWidth ?? 0),
        height: Math.max(leastCopy.height, plot?.clientHeight ?? 0),
        months,
        range: kept?.unit === view.unit ? kept.range : roundRange(chartExtent(view)),
        isLogarithmic,
      },
    );
    notices.say('copy', `${view.topic}: picture and figures are on the clipboard.`);
  };

  return (
    <>
      <header className="card-head">
        <h3 id={headingId} className="card-finding" title={view.finding}>
          {view.finding}
        </h3>
        <div className="card-topic">
          <p>{view.topic}</p>
          <span className="card-unit">{view.unit}</span>
          <PeriodAtCursor view={view} />
          <IconButton
            icon="log"
            label="Logarithmic axis"
            isOn={isLogarithmic}
            onClick={() => toggle('logarithmic')}
          />
          {inspect === undefined ? null : (
            <IconButton
              icon="bell"
              label="Distribution at a point (on the chart: right click, or D at the cursor)"
              aria-haspopup="dialog"
              onClick={(event) => {
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                inspect(months[1], { x: left, y: bottom });
              }}
            />
          )}
          <PinButton page={isTable ? questionText(question('table', { of: view.id })) : view.id} />
          <IconButton icon="copy" label="Copy picture and figures" onClick={() => void copy()} />
          <IconButton icon="table" label="Show as table" isOn={isTable} onClick={() => toggle('tables')} />
        </div>
      </header>
      {isTable ? (
        <ChartTableView view={view} />
      ) : (
        <>
          <KeyAtCursor view={view} />
          <PlotAtCursor
            view={view}
            months={months}
            whole={whole}
            onPick={(month) => onPick(view, month)}
            onInspect={inspect}
          >
            {isSeen ? (
              <LazyChart
                view={view}
                months={months}
                isLogarithmic={isLogarithmic}
                ranges={ranges}
                awaitsBands={awaitsBands}
                theme={theme}
                onDrawn={noteChartDrawn}
              />
            ) : null}
          </PlotAtCursor>
        </>
      )}
      <p className="card-source" title={view.source}>
        <span>{view.source}</span>
        <span className="card-ring">{ring}</span>
      </p>
      <SpokenChart view={view} />
    </>
  );
});

type Inspect = (month: number, at: ScreenPoint) => void;

/**
 * Opens the distribution at a point of a fan; undefined for a chart that has none. Where percentiles are on their way again it is that
 * of the ones before: a button must not go and come back with every key.
 */
function useInspect(view: ChartView, awaitsBands: boolean): Inspect | undefined {
  const { focus } = useStores();
  const last = useRef<readonly string[]>([]);
  const present = view.series.filter(({ band }) => band !== null).map(({ id }) => id);
  const measures = present.length === 0 && awaitsBands ? last.current : present;
  last.current = measures;
  const [first] = measures;
  if (first === undefined) return undefined;
  return (month, at) =>
    focus.setState(({ figure }) => {
      const asked = figure?.measure ?? first;
      const measure = measures.includes(asked) ? asked : first;
      return { figure: { measure, month: monthEndingAt(month) }, fanPoint: { ...at, measures } };
    });
}

function useCursorMonth(): number | null {
  return useStore(useStores().cursor, (state) => state.month);
}

function PeriodAtCursor({ view }: { readonly view: ChartView }) {
  return <PeriodAt view={view} month={useCursorMonth()} />;
}

function KeyAtCursor({ view }: { readonly view: ChartView }) {
  return <ChartKey view={view} month={useCursorMonth()} />;
}

interface PlotAtCursorProps {
  readonly view: ChartView;
  readonly months: MonthRange;
  readonly whole: MonthRange;
  readonly onPick: (month: number) => void;
  readonly onInspect: Inspect | undefined;
  readonly children: ReactNode;
}

/** Stands between the shared cursor and the plot, so that pointing renders lines and keys but no chart. */
function PlotAtCursor({ view, months, whole, onPick, onInspect, children }: PlotAtCursorProps) {
  const { cursor, layout } = useStores();
  const month = useCursorMonth();
  return (
    <PlotSurface
      label={`${view.topic}: time cursor`}
      valueText={monthLabelEnding(view.timeline.start, month ?? months[1])}
      months={months}
      whole={whole}
      cursor={month}
      onCursor={(next) => cursor.setState({ month: next })}
      onZoom={(zoom) => layout.setState({ zoom })}
      onPick={onPick}
      onInspect={onInspect}
    >
      {children}
      <CursorLine month={month} months={months} />
    </PlotSurface>
  );
}
