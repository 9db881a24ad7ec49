import { useMemo } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import { cellText, chartTable } from '#shared/view/table.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { CopyCellsButton } from './copy/copy-cells-button.tsx';
import { useCopyCells } from './copy/use-copy-cells.ts';

/** The figures of a chart as a plain table, to read or to paste as cells. */
export function ChartTableView({ view }: { readonly view: ChartView }) {
  const table = useMemo(() => chartTable(view), [view]);
  const copy = useCopyCells(view.topic, table);
  return (
    <>
      <div className="chart-table-tools">
        <CopyCellsButton onClick={copy} />
      </div>
      <ScrollRegion className="chart-table" label={`${view.topic} as a table`} onCopy={copy}>
        <table>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {table.columns.map((column) => (
                <th key={column.label} scope="col">
                  {column.label} <span className="card-unit">{column.unit}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.label}</th>
                {row.values.map((value, column) => (
                  <td key={table.columns[column]?.label}>{cellText(table, column, value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
