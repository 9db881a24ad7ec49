import { Popover } from 'radix-ui';
import { useId, useMemo } from 'react';
import { monthLabelAt } from '#shared/view/calendar.ts';
import { measureName } from '#shared/view/lens.ts';
import { useDistribution } from '../../state/analysis/use-distribution.ts';
import { type FigureInQuestion, useFigureInQuestion } from '../../state/analysis/use-question.ts';
import type { FanPoint } from '../../state/focus.ts';
import { useStores } from '../../state/use-stores.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useFocusBefore } from '../../ui/use-focus-before.ts';
import { ConditionField } from './condition-field.tsx';
import { DistributionFacts } from './distribution-facts.tsx';
import { DistributionPicture } from './distribution-picture.tsx';
import { DistributionPins } from './distribution-pins.tsx';
import { WorkState } from './work-state.tsx';

/** The distribution at a point of a fan, over the chart: closes with Escape or a click elsewhere and gives the focus back. */
export function DistributionPopover({ point }: { readonly point: FanPoint }) {
  const { focus } = useStores();
  const figure = useFigureInQuestion();
  const giveFocusBack = useFocusBefore();
  const { x, y } = point;
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } }),
    [x, y],
  );
  const close = () => focus.setState({ fanPoint: null });
  if (figure === null) return null;
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="popover"
          aria-label={`Distribution of ${measureName(figure.about.info)}`}
          side="bottom"
          align="center"
          sideOffset={8}
          collisionPadding={8}
          onCloseAutoFocus={giveFocusBack}
        >
          <Popover.Close asChild>
            <IconButton icon="close" label="Close" className="popover-close" />
          </Popover.Close>
          <AtPoint figure={figure} measures={point.measures} onClose={close} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface AtPointProps {
  readonly figure: FigureInQuestion;
  readonly measures: readonly string[];
  readonly onClose: () => void;
}

function AtPoint({ figure, measures, onClose }: AtPointProps) {
  const { layout } = useStores();
  const { answer, value, view, likelihood, condition, setCondition } = useDistribution(figure);
  const { about } = figure;
  const openBelow = () => {
    layout.setState({ bottom: 'distribution' });
    onClose();
  };
  return (
    <div className={answer.isOld ? 'popover-body analysis-old' : 'popover-body'}>
      <PointPicker figure={figure} measures={measures} />
      {view === null ? (
        <p className="empty popover-room">Waiting for the draws…</p>
      ) : (
        <>
          <p className="analysis-finding">{view.finding}</p>
          <div className="popover-room distribution-body">
            <DistributionPicture view={view} />
            <DistributionFacts view={view} />
          </div>
          <p className="analysis-basis">{view.basis}</p>
        </>
      )}
      <ConditionField
        key={about.info.id}
        about={about}
        usual={value?.bands.p50[value.at] ?? 0}
        onChange={setCondition}
      />
      <p className="popover-likelihood" aria-live="polite">
        {likelihood}
      </p>
      <div className="popover-foot">
        <WorkState answer={answer} />
        {view === null ? null : <DistributionPins figure={figure} condition={condition} />}
        <Button onClick={openBelow}>Open below</Button>
      </div>
    </div>
  );
}

/** The measure, where the chart has several fans, and the month. */
function PointPicker({ figure, measures }: Omit<AtPointProps, 'onClose'>) {
  const slider = useId();
  const { about, month, months, choose } = figure;
  const label = (id: string): string => figure.measures.find((info) => info.id === id)?.label || id;
  const when = monthLabelAt(about.start, month);
  return (
    <div className="analysis-tools popover-tools">
      {measures.length > 1 ? (
        <select
          aria-label="Measure"
          value={about.info.id}
          onChange={(event) => choose(event.target.value, month)}
        >
          {measures.map((id) => (
            <option key={id} value={id}>
              {label(id)}
            </option>
          ))}
        </select>
      ) : null}
      <label className="month-slider" htmlFor={slider}>
        <span>{when}</span>
        <input
          id={slider}
          type="range"
          aria-label="Month"
          aria-valuetext={when}
          min={0}
          max={months - 1}
          value={month}
          onChange={(event) => choose(about.info.id, Number(event.target.value))}
        />
      </label>
    </div>
  );
}
