import { useMemo } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import { cellText, chartTable } from '#shared/view/table.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';

/** The figures of a chart as a plain table. */
export function ChartTableView({ view }: { readonly view: ChartView }) {
  const table = useMemo(() => chartTable(view), [view]);
  return (
    <ScrollRegion className="chart-table" label={`${view.topic} as a table`}>
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
  );
}
