import { useMemo } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { type WaterfallBar, waterfall } from '#shared/view/compare/waterfall.ts';
import { formatNumber, formatShare } from '#shared/view/format.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { questionOf } from '../../state/comparison/comparison-runs.ts';
import { bridgeOf } from '../../state/comparison/comparison-state.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { MeasureSelect } from './measure-select.tsx';
import { toneOf, useColours, useNames } from './names.ts';
import { WaterfallPicture } from './waterfall-picture.tsx';

const groupings = [
  { value: 'input', label: 'Input' },
  { value: 'deal', label: 'Deal' },
  { value: 'theme', label: 'Theme' },
] as const;

/** How the base leads to the other scenario, input by input. */
export function BridgeView() {
  const { choose, runs } = useComparisonActions();
  const wish = useComparison((state) => state.bridge);
  const result = useComparison((state) => state.bridgeResult);
  const progress = useComparison((state) => state.bridgeProgress);
  const key = useComparison((state) => questionOf(state)?.key ?? '');
  const base = useComparison((state) => state.base);
  const other = useComparison((state) => state.other);
  const at = useComparison((state) => state.at);
  const name = useNames();
  const colour = useColours();
  const bridge = result?.bridge ?? null;
  const view = useMemo(
    () => bridge && waterfall(bridge, [name(base), name(other)], wish.by),
    [bridge, name, base, other, wish.by],
  );
  const isOld = result !== null && !result.key.startsWith(key);
  return (
    <div className={isOld ? 'compare-view compare-old' : 'compare-view'}>
      <div className="compare-tools">
        <MeasureSelect />
        <Segmented
          label="Of"
          segments={bridgeOf}
          value={wish.of}
          onChange={(of) => choose({ bridge: { ...wish, of } })}
        />
        <Segmented
          label="By"
          segments={groupings}
          value={wish.by}
          onChange={(by) => choose({ bridge: { ...wish, by } })}
        />
        <PinButton
          page={questionText(
            question('bridge', {
              of: wish.measure,
              at,
              statistic: wish.of === 'central' ? null : wish.of,
              by: wish.by === 'input' ? null : wish.by,
            }),
          )}
        />
      </div>
      {bridge === null || view === null ? (
        <p className="empty">The bridge appears with the first figures.</p>
      ) : (
        <>
          <p className="compare-finding">{findingOf(bridge.from, bridge.to, view.bars, view.write.change)}</p>
          <p className="compare-basis">
            {measureLabel(bridge.measure)} at {monthLabel(bridge.at)},{' '}
            {bridge.statistic === 'central'
              ? 'central path'
              : `${statisticWords[bridge.statistic]} of ${formatNumber(bridge.draws, 0)} draws`}
            {bridge.answered < 1 ? `, ${formatShare(bridge.answered)} of which have an answer` : ''}. Shapley
            values,{' '}
            {bridge.isExact
              ? `exact over ${formatNumber(bridge.coalitions, 0)} combinations`
              : 'from sampled orders'}
            {bridge.fullDraws < bridge.draws
              ? ` on ${formatNumber(bridge.fullDraws, 0)} draws, first and last effects on all`
              : ''}
            ; beyond each alone {view.write.change(view.interaction)}.
            {progress === null ? null : (
              <span className="compare-progress">
                <progress aria-label="Bridge over the draws" value={progress} />
                <Button onClick={runs.cancel}>Stop</Button>
              </span>
            )}
          </p>
          <WaterfallPicture
            view={view}
            label={`Bridge from ${name(base)} to ${name(other)}`}
            tones={[toneOf(colour(base ?? '')), toneOf(colour(other ?? ''))]}
          />
          <BridgeTable bars={view.bars} change={view.write.change} />
        </>
      )}
    </div>
  );
}

const statisticWords = {
  mean: 'mean',
  p5: '5th percentile',
  p50: 'median',
  p95: '95th percentile',
} as const;

function findingOf(
  from: number,
  to: number,
  bars: readonly WaterfallBar[],
  change: (value: number) => string,
): string {
  const [largest] = bars.filter(({ kind }) => kind === 'part');
  if (to === from && largest === undefined) return 'Nothing that differs reaches this measure';
  const sum = `${change(to - from)} in all`;
  return largest === undefined ? sum : `${sum}; ${largest.label} makes ${largest.text} of it`;
}

function BridgeTable({
  bars,
  change,
}: {
  readonly bars: readonly WaterfallBar[];
  readonly change: (value: number) => string;
}) {
  return (
    <ScrollRegion label="Parts of the bridge" className="compare-scroll">
      <table className="compare-table compare-list">
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col" className="number">
              effect
            </th>
            <th scope="col" className="number">
              error
            </th>
            <th scope="col" className="number">
              share
            </th>
            <th
              scope="col"
              className="number"
              title="What it does when it changes first, and when it changes last"
            >
              first … last
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key} className={bar.kind === 'end' ? 'compare-end' : undefined}>
              <th scope="row" title={bar.members.join('\n')}>
                {bar.label}
              </th>
              <td className="number">{bar.text}</td>
              <td className="number compare-quiet">{bar.errorText}</td>
              <td className="number">{Number.isFinite(bar.share) ? formatShare(bar.share) : ''}</td>
              <td className="number compare-quiet">
                {Number.isFinite(bar.alone) ? `${change(bar.alone)} … ${change(bar.last)}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
