import { useId } from 'react';
import { monthLabelAt } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import type { FigureInQuestion } from '../../state/analysis/use-question.ts';

/** Chooses the measure and the month that an analysis is about. */
export function FigurePicker({ figure }: { readonly figure: FigureInQuestion }) {
  const slider = useId();
  const { about, month, months, measures, choose } = figure;
  const first = measures.filter(({ id }) => headlineMeasures.includes(id) || id === about.info.id);
  const others = measures.filter((info) => !first.includes(info));
  const when = monthLabelAt(about.start, month);
  return (
    <>
      <select
        aria-label="Measure"
        className="measure-select"
        value={about.info.id}
        onChange={(event) => choose(event.target.value, month === months - 1 ? null : month)}
      >
        <optgroup label="Headline figures">
          {first.map(({ id, label }) => (
            <option key={id} value={id}>
              {label === '' ? id : label} ({id})
            </option>
          ))}
        </optgroup>
        <optgroup label="All measures">
          {others.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </optgroup>
      </select>
      <label className="month-slider" htmlFor={slider}>
        <span>{when}</span>
        <input
          id={slider}
          type="range"
          aria-valuetext={when}
          min={0}
          max={months - 1}
          value={month}
          onChange={(event) => {
            const next = Number(event.target.value);
            choose(about.info.id, next === months - 1 ? null : next);
          }}
        />
      </label>
    </>
  );
}
