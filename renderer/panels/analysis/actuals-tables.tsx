import type { ActualsRow, Shift } from '#shared/view/analysis/actuals.ts';

/** What has been observed, and where each lies in the fan. */
export function ObservedTable({ rows }: { readonly rows: readonly ActualsRow[] }) {
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">Observed</th>
          <th scope="col">Month</th>
          <th scope="col" className="number">
            Value
          </th>
          <th scope="col" className="number">
            Taken as
          </th>
          <th scope="col">Place in the fan</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td title={row.measure}>{row.label}</td>
            <td>{row.when}</td>
            <td className="number">{row.value}</td>
            <td className="number">{row.error}</td>
            <td className={row.isSurprising ? 'bad' : undefined}>{row.place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the weights do to the figures at the end. */
export function ShiftsTable({ shifts }: { readonly shifts: readonly Shift[] }) {
  if (shifts.length === 0) return null;
  return (
    <table className="list-table actuals-shifts">
      <thead>
        <tr>
          <th scope="col">Median (P5 to P95) at the end</th>
          <th scope="col" className="number">
            All draws alike
          </th>
          <th scope="col" className="number">
            Weighted by fit
          </th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ measure, label, before, after }) => (
          <tr key={measure}>
            <th scope="row" title={measure}>
              {label}
            </th>
            <td className="number">{before}</td>
            <td className="number">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
