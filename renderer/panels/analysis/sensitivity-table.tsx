import type { SensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EffectAxis, EffectBars } from './effect-bars.tsx';

/** The inputs by what they matter; choosing one shows its line in the text. */
export function SensitivityTable({ view }: { readonly view: SensitivityView }) {
  const stores = useStores();
  return (
    <ScrollRegion className="sensitivity-scroll" label="Inputs by what they matter">
      <table className="list-table sensitivity-table">
        <thead>
          <tr>
            <th scope="col">Input</th>
            {view.heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col" aria-label="Bars">
              <EffectAxis axis={view.axis} />
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ key, label, isDecision, place, cells, bars }) => (
            <tr key={key}>
              <th scope="row">
                <button
                  type="button"
                  className="link-row"
                  title={key}
                  disabled={place === null}
                  onClick={() => place && void showPlace(stores, place)}
                >
                  {label}
                  {isDecision ? <small> decision</small> : null}
                </button>
              </th>
              {cells.map((cell, at) => (
                <td key={view.heads[at]} className="number">
                  {cell}
                </td>
              ))}
              <td className="effect-cell">
                <EffectBars bars={bars} axis={view.axis} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
