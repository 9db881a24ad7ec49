import { useMemo, useState } from 'react';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { type OwnChart, standingCharts } from '#shared/view/standing-charts.ts';
import { toggled } from '../../state/layout.ts';
import { useActiveRun, useLayout, useStores } from '../../state/use-stores.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const noMeasures: readonly MeasureInfo[] = [];
const shownAtMost = 200;

/** Chooses which charts are on the page and makes new ones from any measures of one unit. */
export function MeasuresDialog({ onClose }: { readonly onClose: () => void }) {
  const { layout, pipeline } = useStores();
  const charts = useLayout((state) => state.charts);
  const own = useLayout((state) => state.own);
  const result = useActiveRun().result;
  const measures = useMemo(
    () => result?.projection.series.map((series) => series.info) ?? noMeasures,
    [result],
  );
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const unit = measures.find((info) => info.id === chosen[0])?.unit;
  const wanted = find.trim().toLowerCase();
  const found = measures.filter(
    (info) =>
      (unit === undefined || info.unit === unit) && `${info.id} ${info.label}`.toLowerCase().includes(wanted),
  );
  const show = (id: string) => layout.setState((state) => ({ charts: toggled(state.charts, id) }));
  const add = () => {
    const chart: OwnChart = { id: freshId(own), measures: chosen };
    layout.setState((state) => ({ own: [...state.own, chart], charts: [chart.id, ...state.charts] }));
    setChosen([]);
  };
  const drop = (id: string) =>
    layout.setState((state) => ({
      own: state.own.filter((one) => one.id !== id),
      charts: state.charts.filter((one) => one !== id),
    }));
  const close = () => {
    onClose();
    pipeline.again();
  };
  return (
    <Dialog
      title="Charts and measures"
      about="The choice is kept with the library."
      size="wide"
      onClose={close}
    >
      <div className="measures">
        <fieldset className="measures-charts">
          <legend>On the page</legend>
          {standingCharts.map((chart) => (
            <label key={chart.id} className="tick">
              <input type="checkbox" checked={charts.includes(chart.id)} onChange={() => show(chart.id)} />
              {chart.topic}
            </label>
          ))}
          {own.map((chart) => (
            <div key={chart.id} className="tick-row">
              <label className="tick">
                <input type="checkbox" checked={charts.includes(chart.id)} onChange={() => show(chart.id)} />
                {chart.measures.join(', ')}
              </label>
              <IconButton
                icon="close"
                label={`Remove the chart of ${chart.measures.join(', ')}`}
                onClick={() => drop(chart.id)}
              />
            </div>
          ))}
        </fieldset>
        <fieldset className="measures-all">
          <legend>A chart of your own{unit ? `, in ${unit}` : ''}</legend>
          <input
            type="search"
            placeholder="Find a measure"
            aria-label="Find a measure"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
          <div className="measures-list">
            {found.slice(0, shownAtMost).map((info) => (
              <label key={info.id} className="tick" title={info.meaning}>
                <input
                  type="checkbox"
                  checked={chosen.includes(info.id)}
                  onChange={() => setChosen(toggled(chosen, info.id))}
                />
                <code>{info.id}</code>
                <span className="measures-label">{info.label}</span>
                <span className="measures-unit">{info.unit}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="dialog-actions">
        <Button disabled={chosen.length === 0} onClick={add}>
          Add chart of {chosen.length} measure{chosen.length === 1 ? '' : 's'}
        </Button>
        <Button kind="main" onClick={close}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

function freshId(own: readonly OwnChart[]): string {
  for (let count = 1; ; count++) {
    const id = `own-${count}`;
    if (!own.some((chart) => chart.id === id)) return id;
  }
}
