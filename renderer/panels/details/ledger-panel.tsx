import { useMemo, useState } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { monthLabelAt } from '#shared/view/calendar.ts';
import { formatMoney } from '#shared/view/format.ts';
import { ledgerView } from '#shared/view/ledger.ts';
import { useActiveRun } from '../../state/use-stores.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { askedMonth } from '../export/asked-month.ts';
import { PinButton } from '../export/pin-button.tsx';
import { SankeyPicture } from './sankey-picture.tsx';

const modes = [
  { value: 'gross', label: 'Gross' },
  { value: 'netted', label: 'Netted' },
] as const;

/** Who has paid whom, for what, since the start: as a table, and as streams between the parties. */
export function LedgerPanel() {
  const projection = useActiveRun().result?.projection ?? null;
  const [mode, setMode] = useState<'gross' | 'netted'>('gross');
  const [until, setUntil] = useState<number | null>(null);
  const month = projection ? Math.min(until ?? projection.months - 1, projection.months - 1) : 0;
  const view = useMemo(
    () => projection && ledgerView(projection, month, mode === 'netted'),
    [projection, month, mode],
  );
  if (!projection || !view) return <p className="empty">The ledger appears with the first figures.</p>;
  const asked = {
    until: askedMonth(projection.start, projection.months, month),
    netted: mode === 'netted' ? ('yes' as const) : null,
  };
  return (
    <div className="ledger">
      <div className="ledger-tools">
        <Segmented label="Flows" segments={modes} value={mode} onChange={setMode} />
        <label className="ledger-until">
          <span>from the start to {monthLabelAt(projection.start, month)}</span>
          <input
            type="range"
            aria-label="Last month of the ledger"
            aria-valuetext={monthLabelAt(projection.start, month)}
            min={0}
            max={projection.months - 1}
            value={month}
            onChange={(event) => setUntil(Number(event.target.value))}
          />
        </label>
        <span className="pins">
          <PinButton what="the streams" page={questionText(question('money', asked))} />
          <PinButton what="the ledger" page={questionText(question('ledger', asked))} />
        </span>
      </div>
      <div className="ledger-body">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">For</th>
              <th scope="col" className="number">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={`${row.from} ${row.to} ${row.kind} ${row.isCash}`}>
                <td>{row.from}</td>
                <td>{row.to}</td>
                <td>
                  {row.kind === '' ? 'net of all' : row.kind}
                  {row.isCash ? '' : ' (not cash)'}
                </td>
                <td className="number">{formatMoney(row.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <SankeyPicture rows={view.rows} />
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">Party</th>
              <th scope="col" className="number">
                Paid
              </th>
              <th scope="col" className="number">
                Received
              </th>
              <th scope="col" className="number">
                Net
              </th>
            </tr>
          </thead>
          <tbody>
            {view.balances.map((balance) => (
              <tr key={balance.party}>
                <td>{balance.party}</td>
                <td className="number">{formatMoney(balance.paid)}</td>
                <td className="number">{formatMoney(balance.received)}</td>
                <td className="number">{formatMoney(balance.net)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
