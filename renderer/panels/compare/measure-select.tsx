import { headlineMeasures } from '#shared/view/headline.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';

/** Chooses the measure that is explained. */
export function MeasureSelect() {
  const { choose } = useComparisonActions();
  const measures = useComparison((state) => state.measures);
  const bridge = useComparison((state) => state.bridge);
  const first = measures.filter(({ id }) => headlineMeasures.includes(id));
  const others = measures.filter(({ id }) => !headlineMeasures.includes(id));
  return (
    <select
      className="measure-select compare-measure"
      aria-label="Measure"
      value={bridge.measure}
      onChange={(event) => choose({ bridge: { ...bridge, measure: event.target.value } })}
    >
      <optgroup label="Headline figures">
        {first.map(({ id, label }) => (
          <option key={id} value={id}>
            {label === '' ? id : label}
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
  );
}
