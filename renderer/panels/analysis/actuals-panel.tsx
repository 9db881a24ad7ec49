import { useMemo, useState } from 'react';
import { actualsView } from '#shared/view/analysis/actuals.ts';
import { actualsFan } from '#shared/view/analysis/actuals-fan.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { lens } from '#shared/view/lens.ts';
import { useAnswer } from '../../state/analysis/use-answer.ts';
import { useActiveRun } from '../../state/use-stores.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { ObservedTable, ShiftsTable } from './actuals-tables.tsx';
import { FansKey, FansPicture } from './fans-picture.tsx';
import { WorkState } from './work-state.tsx';

/** What has been observed against what was expected: the fan before and after the draws are weighted by fit. */
export function ActualsPanel() {
  const { result } = useActiveRun();
  const [chosen, setChosen] = useState<string | null>(null);
  const observations = result?.observations;
  const observed = useMemo(
    () => [...new Set((observations ?? []).map(({ measure }) => measure))],
    [observations],
  );
  const measures = useMemo(() => [...new Set([...observed, ...headlineMeasures])], [observed]);
  const answer = useAnswer('analysis.actuals', observed.length === 0 ? null : { measures }, 'draws');
  const { value } = answer;
  const projection = result?.projection ?? null;
  const infos = useMemo(
    () => new Map((projection?.series ?? []).map(({ info }) => [info.id, info])),
    [projection],
  );
  const view = useMemo(
    () => (projection === null || value === null ? null : actualsView(projection.start, infos, value)),
    [projection, infos, value],
  );
  const shown = measures.filter((id) => value?.before.some((one) => one.id === id));
  const info = infos.get(chosen !== null && shown.includes(chosen) ? chosen : (shown[0] ?? ''));
  const fan = useMemo(() => {
    if (projection === null || value === null || info === undefined) return null;
    const points = lens(projection, null, 'month', observations).observed(info.id);
    return actualsFan({ info, start: projection.start }, value, points);
  }, [projection, value, info, observations]);
  if (observed.length === 0) {
    return (
      <p className="empty">
        This scenario states nothing observed. Write it under actuals: in the text, by measure and date, or
        name a CSV file with the columns date, measure and value.
      </p>
    );
  }
  return (
    <div className={answer.isOld ? 'analysis analysis-old' : 'analysis'}>
      <div className="analysis-tools">
        {info === undefined ? null : (
          <select
            aria-label="Measure of the fans"
            className="measure-select"
            value={info.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {shown.map((id) => (
              <option key={id} value={id}>
                {infos.get(id)?.label || id} ({id})
              </option>
            ))}
          </select>
        )}
        {fan === null ? null : <FansKey fan={fan} />}
        <WorkState answer={answer} />
        {view === null ? null : <PinButton page="actuals" />}
      </div>
      {view === null ? null : (
        <>
          <div className="analysis-words">
            <p className={view.refusal === null ? 'analysis-finding' : 'analysis-finding bad'}>
              {view.refusal ?? view.finding}
            </p>
            {fan === null ? null : <p className="analysis-basis">{fan.finding}.</p>}
          </div>
          <div className="actuals-body">
            {fan === null || projection === null ? null : <FansPicture fan={fan} start={projection.start} />}
            <ScrollRegion className="actuals-tables" label="Observations and what they change">
              <ObservedTable rows={view.rows} />
              <ShiftsTable shifts={view.shifts} />
            </ScrollRegion>
          </div>
        </>
      )}
    </div>
  );
}
