import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { cellText, chartTable } from '#shared/view/table.ts';
import { useLayout, useStores } from '../../state/use-stores.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { CopyCellsButton } from '../copy/copy-cells-button.tsx';
import { useCopyCells } from '../copy/use-copy-cells.ts';
import { PinButton } from '../export/pin-button.tsx';
import { useChartViews } from '../use-chart-views.ts';

const rowHeight = 22;

/** The figures of one chart, row by row; only the rows in sight exist, however long the horizon. */
export function TablePanel() {
  const { layout } = useStores();
  const { views } = useChartViews();
  const chosen = useLayout((state) => state.tableChart);
  const view = views.find((one) => one.id === chosen) ?? views[0] ?? null;
  const table = useMemo(() => view && chartTable(view), [view]);
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: table?.rows.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const copy = useCopyCells(view?.topic ?? '', table);
  if (!view || !table) return <p className="empty">The table appears with the first figures.</p>;
  const inSight = rows.getVirtualItems();
  return (
    <div className="table-panel">
      <div className="table-tools">
        <label>
          <span>Figures of </span>
          <select value={view.id} onChange={(event) => layout.setState({ tableChart: event.target.value })}>
            {views.map((one) => (
              <option key={one.id} value={one.id}>
                {one.topic}
              </option>
            ))}
          </select>
        </label>
        <span className="pins">
          <PinButton page={questionText(question('table', { of: view.id }))} />
          <CopyCellsButton onClick={copy} />
        </span>
      </div>
      <ScrollRegion
        className="table-scroll"
        label={`Figures of ${view.topic}`}
        element={scroller}
        onCopy={copy}
      >
        <table className="figures" aria-rowcount={table.rows.length + 1}>
          <caption className="unseen">{view.topic}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {table.columns.map((column) => (
                <th key={column.label} scope="col">
                  {column.label}, {column.unit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={inSight[0]?.start ?? 0} />
            {inSight.map((item) => {
              const row = table.rows[item.index];
              return row ? (
                <tr key={row.code} aria-rowindex={item.index + 2}>
                  <th scope="row">{row.label}</th>
                  {row.values.map((value, column) => (
                    <td key={table.columns[column]?.label}>{cellText(table, column, value)}</td>
                  ))}
                </tr>
              ) : null;
            })}
            <Spacer height={rows.getTotalSize() - (inSight[inSight.length - 1]?.end ?? 0)} />
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

/** Stands for the rows above or below those in sight. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}
