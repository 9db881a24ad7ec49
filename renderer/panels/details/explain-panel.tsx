import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { driversOf, explain } from '#shared/view/explain.ts';
import { useStores } from '../../state/use-stores.ts';
import { useSurvey } from '../../state/use-survey.ts';
import { Button } from '../../ui/button.tsx';
import { useChartViews } from '../use-chart-views.ts';
import { InputList } from './input-list.tsx';

/** Why a figure is what it is: its formula with values, and the lines of the scenario that can move it. */
export function ExplainPanel() {
  const { focus, layout, dialogs } = useStores();
  const figure = useStore(focus, (state) => state.figure);
  const { lens } = useChartViews();
  const survey = useSurvey();
  const explanation = useMemo(
    () => lens && figure && explain(lens, figure.measure, figure.month),
    [lens, figure],
  );
  const drivers = useMemo(
    () =>
      lens && figure && survey
        ? driversOf(
            figure.measure,
            lens.deals.map((deal) => deal.key),
            survey.inputs,
          )
        : [],
    [lens, figure, survey],
  );
  if (!explanation) {
    return (
      <p className="empty">Click a headline figure or a point of a chart to see what stands behind it.</p>
    );
  }
  const explainPart = (measure: string) =>
    focus.setState({ figure: { measure, month: figure?.month ?? null } });
  return (
    <div className="explain">
      <div className="explain-figure">
        <p className="explain-label">
          {explanation.label}, {explanation.when}
        </p>
        <p className="figure-value">{explanation.value}</p>
        <p className="explain-range">
          {explanation.range ? `5th to 95th percentile ${explanation.range}` : 'central line'}
        </p>
        <p>{explanation.meaning}</p>
        <p className="explain-links">
          <Button onClick={() => layout.setState({ bottom: 'sensitivity' })}>What drives it</Button>
          <Button onClick={() => layout.setState({ bottom: 'distribution' })}>Distribution</Button>
          <Button onClick={() => dialogs.show({ kind: 'seek' })}>Goal seek…</Button>
        </p>
        <p className="explain-formula">
          <code>{explanation.id}</code> = {explanation.formula}
        </p>
        {explanation.parts.length > 0 ? (
          <ul aria-label="Parts of the formula">
            {explanation.parts.map((part) => (
              <li key={part.id}>
                <button type="button" className="explain-part" onClick={() => explainPart(part.id)}>
                  <code>{part.id}</code>
                  <b>{part.value}</b>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <section aria-label="Lines of the scenario that can move it">
        <h3>Lines that can move it, uncertain ones first</h3>
        <InputList inputs={drivers} />
      </section>
    </div>
  );
}
