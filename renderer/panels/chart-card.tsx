import { memo, type ReactNode, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand/react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { roundRange } from '#shared/view/axis-range.ts';
import { monthLabelEnding } from '#shared/view/calendar.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import { monthEndingAt } from '#shared/view/timeline.ts';
import type { KeptRanges } from '../charts/chart.tsx';
import { ChartKey, PeriodAt } from '../charts/chart-key.tsx';
import { CursorLine } from '../charts/cursor-line.tsx';
import type { MonthRange } from '../charts/geometry.ts';
import { PlotSurface, type ScreenPoint } from '../charts/plot-surface.tsx';
import { toggled } from '../state/layout.ts';
import { useLayout, useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { ChartTableView } from './chart-table-view.tsx';
import { copyChart } from './copy/copy-chart.ts';
import { PinButton } from './export/pin-button.tsx';
import { noteChartDrawn } from './first-chart.ts';
import { LazyChart } from './lazy-chart.tsx';

interface ChartCardProps {
  readonly view: ChartView;
  readonly isOld: boolean;
  readonly awaitsBands: boolean;
  readonly theme: string;
  readonly ranges: KeptRanges;
  readonly onPick: (chart: ChartView, month: number) => void;
}

/** A copied chart is read away from the window, where it is given more room than the narrowest card has. */
const leastCopy = { width: 520, height: 260 } as const;

/** One chart with its finding, key, tools and source; or the same figures as a table. */
export const ChartCard = memo(function ChartCard(props: ChartCardProps) {
  const { view, isOld, awaitsBands, theme, ranges, onPick } = props;
  const { layout, notices } = useStores();
  const inspect = useInspect(view);
  const [box, isInSight] = useInSight<HTMLElement>();
  const shown = useLastInSight(view, isInSight);
  const wasSeen = useRef(false);
  if (isInSight) wasSeen.current = true;
  const heading = useId();
  const zoom = useLayout((state) => state.zoom);
  const isLogarithmic = useLayout((state) => state.logarithmic.includes(view.id));
  const isTable = useLayout((state) => state.tables.includes(view.id));
  const whole = useMemo((): MonthRange => [0, shown.timeline.months], [shown.timeline.months]);
  const months = zoom ?? whole;
  const ring = isOld ? 'last good answer' : shown.ring;
  const toggle = (list: 'logarithmic' | 'tables') =>
    layout.setState((state) => ({ [list]: toggled(state[list], view.id) }));

  const copy = async () => {
    const plot = box.current?.querySelector('.chart-plot');
    const kept = ranges.get(shown.id);
    await copyChart(
      { ...shown, ring },
      {
        width: Math.max(leastCopy.width, plot?.clientWidth ?? 0),
        height: Math.max(leastCopy.height, plot?.clientHeight ?? 0),
        months,
        range: kept?.unit === shown.unit ? kept.range : roundRange(chartExtent(shown)),
        isLogarithmic,
      },
    );
    notices.say('copy', `${shown.topic}: picture and figures are on the clipboard.`);
  };

  return (
    <section
      ref={box}
      className={isOld ? 'card card-old' : 'card'}
      aria-labelledby={heading}
      data-chart={view.id}
      data-old={isOld}
    >
      <header className="card-head">
        <h3 id={heading} className="card-finding" title={shown.finding}>
          {shown.finding}
        </h3>
        <div className="card-topic">
          <p>{shown.topic}</p>
          <span className="card-unit">{shown.unit}</span>
          <PeriodAtCursor view={shown} />
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
        <ChartTableView view={shown} />
      ) : (
        <>
          <KeyAtCursor view={shown} />
          <PlotAtCursor
            view={shown}
            months={months}
            whole={whole}
            onPick={(month) => onPick(shown, month)}
            onInspect={inspect}
          >
            {wasSeen.current ? (
              <LazyChart
                view={shown}
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
      <p className="card-source" title={shown.source}>
        <span>{shown.source}</span>
        <span className="card-ring">{ring}</span>
      </p>
      <p className="unseen">{spokenSummary(shown)}</p>
    </section>
  );
});

type Inspect = (month: number, at: ScreenPoint) => void;

/** Opens the distribution at a point of a fan; undefined for a chart that has none. */
function useInspect(view: ChartView): Inspect | undefined {
  const { focus } = useStores();
  const measures = view.series.filter(({ band }) => band !== null).map(({ id }) => id);
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

/** Holds back new figures from a chart that nobody can see; it gets the newest when it comes into sight. */
function useLastInSight(view: ChartView, isInSight: boolean): ChartView {
  const last = useRef(view);
  if (isInSight) last.current = view;
  return last.current;
}
