import type { SweepResult } from '#shared/view/analysis/answers.ts';
import type { SweepView } from '#shared/view/analysis/sweep.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';

interface SweepTableProps {
  readonly result: SweepResult;
  readonly view: SweepView;
}

/** The figures of a sweep; with two inputs a heat map whose cells are shaded by their size and say it in figures, too. */
export function SweepTable({ result, view }: SweepTableProps) {
  const [heads = [], ...rows] = view.table;
  const columns = Math.max(1, view.columns.length);
  const shade = (row: number, column: number): number => {
    const figure = result.figures[row * columns + column] ?? Number.NaN;
    const share = (figure - view.least) / (view.most - view.least);
    return Number.isFinite(share) ? share : 0;
  };
  const isMap = result.second !== null;
  return (
    <ScrollRegion className="sweep-scroll" label="Figures of the sweep">
      <table className={isMap ? 'list-table heat-map' : 'list-table'}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" className={column === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head = '', ...cells], row) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td
                  key={heads[column + 1]}
                  className="number"
                  style={
                    isMap
                      ? {
                          background: `color-mix(in srgb, var(--data-1) ${Math.round(4 + 46 * shade(row, column))}%, var(--surface))`,
                        }
                      : undefined
                  }
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
