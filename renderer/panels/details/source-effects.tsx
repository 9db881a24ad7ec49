import type { SourceCell, SourceRow, SourcesView } from '#shared/view/analysis/sources.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';

interface SourceEffectsProps {
  readonly view: SourcesView;
  /** Why the figure in use was chosen, by the key of the input; empty where nobody says. */
  readonly whyOf: (key: string) => string;
}

/** What each disagreement of sources does to the headline figures, every other input at its median. */
export function SourceEffects({ view, whyOf }: SourceEffectsProps) {
  return (
    <div className="source-effects">
      <table className="list-table source-effects-table">
        <thead>
          <tr>
            <th scope="col">Sources disagree on</th>
            <Heads heads={view.heads} />
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <EffectRow key={row.input.key} row={row} why={whyOf(row.input.key)} />
          ))}
          {view.rows.length > 1 ? (
            <tr className="source-together">
              <th scope="row">
                All at once
                <span className="source-said">each at the figure that takes the measure furthest</span>
              </th>
              {view.together.map((cell) => (
                <Effect key={cell.measure} cell={cell} />
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

/** The columns of figures, each with the one in use. */
export function Heads({ heads }: Pick<SourcesView, 'heads'>) {
  return heads.map(({ measure, label, central }) => (
    <th key={measure} scope="col" title={measure}>
      {label}
      <span className="source-used">{central} in use</span>
    </th>
  ));
}

interface EffectRowProps {
  readonly row: SourceRow;
  readonly why: string;
}

function EffectRow({ row: { input, used, reported, cells }, why }: EffectRowProps) {
  const stores = useStores();
  const { place } = input;
  const said = reported.map(({ text, source, date }) => {
    const by = [source ?? 'no source', date].filter(Boolean).join(', ');
    return `${text} (${by})`;
  });
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link-row"
          title={input.key}
          disabled={place === null}
          onClick={() => place && void showPlace(stores, place)}
        >
          {input.label}
        </button>
        <span className="source-said">
          {used} in use{why === '' ? '' : ` (${why})`}; {said.join(', ')}
        </span>
      </th>
      {cells.map((cell) => (
        <Effect key={cell.measure} cell={cell} />
      ))}
    </tr>
  );
}

/** What one thing does to one figure. */
export function Effect({ cell: { range, change, spread, from, to } }: { readonly cell: SourceCell }) {
  if (spread === 0) return <td className="source-still">{range}</td>;
  const bar = { left: `${from * 100}%`, width: `${Math.max(1, (to - from) * 100)}%` };
  return (
    <td>
      {range}
      <span className="source-change">{change}</span>
      <span className="source-bar" aria-hidden="true">
        <span style={bar} />
      </span>
    </td>
  );
}
