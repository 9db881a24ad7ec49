import type { SourceRow, SourcesView } from '#shared/view/analysis/sources.ts';
import { showPlace } from '../../state/show-place.ts';
import type { SurveyAssumption } from '../../state/survey.ts';
import { useStores } from '../../state/use-stores.ts';
import { Effect, Heads } from './source-effects.tsx';

interface UnknownsProps {
  readonly assumptions: readonly SurveyAssumption[];
  /** Null until the figures are there. */
  readonly view: SourcesView | null;
}

/** What nobody knows: every assumption with its range and what it stands for, and what the range alone does to the figures. */
export function Unknowns({ assumptions, view }: UnknownsProps) {
  const rows = new Map(view?.unknowns.map((row) => [row.input.key, row]));
  const order = [...rows.keys()];
  const place = ({ key }: SurveyAssumption) => {
    const at = order.indexOf(`assumptions.${key}`);
    return at === -1 ? order.length : at;
  };
  const sorted = [...assumptions].sort((one, other) => place(one) - place(other));
  const columns = view?.heads.length ?? 0;
  return (
    <div className="source-effects">
      <table className="list-table source-effects-table unknowns-table">
        <thead>
          <tr>
            <th scope="col">Assumption, alone from its P10 to its P90</th>
            {view === null ? null : <Heads heads={view.heads} />}
          </tr>
        </thead>
        <tbody>
          {sorted.map((assumption) => (
            <UnknownRow
              key={assumption.key}
              assumption={assumption}
              row={rows.get(`assumptions.${assumption.key}`) ?? null}
              columns={columns}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UnknownRowProps {
  readonly assumption: SurveyAssumption;
  readonly row: SourceRow | null;
  readonly columns: number;
}

function UnknownRow({ assumption, row, columns }: UnknownRowProps) {
  const stores = useStores();
  const { key, text, meaning, source, usedIn, place } = assumption;
  const ends = row?.reported.map((end) => end.text).join(' to ');
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link-row" onClick={() => void showPlace(stores, place)}>
          {key}: {text}
        </button>
        <span className="source-said">
          {[meaning, ends === undefined ? null : `P10 to P90: ${ends}`, source && `after ${source}`]
            .filter(Boolean)
            .join('; ')}
        </span>
      </th>
      {row === null && columns > 0 ? (
        <td className="source-still" colSpan={columns}>
          {usedIn.length > 0 ? `Used in: ${usedIn.join(', ')}` : 'No range enters the figures'}
        </td>
      ) : (
        row?.cells.map((cell) => <Effect key={cell.measure} cell={cell} />)
      )}
    </tr>
  );
}
