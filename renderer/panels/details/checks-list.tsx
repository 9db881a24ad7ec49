import { monthLabelAt } from '#shared/view/calendar.ts';
import { formatMeasuredShare } from '#shared/view/format-measured.ts';
import { useActiveRun } from '../../state/use-stores.ts';
import { Icon } from '../../ui/icon.tsx';
import { PinButton } from '../export/pin-button.tsx';

/** The conditions the scenario states: whether they hold on the central line, and in how many draws they break. */
export function ChecksList() {
  const { result, fan } = useActiveRun();
  const checks = result?.projection.checks ?? [];
  if (!result || checks.length === 0) {
    return <p className="empty">This scenario states no checks. Add them under checks: in the text.</p>;
  }
  const { start } = result.projection;
  const when = (month: number | null) => (month === null ? '' : `first in ${monthLabelAt(start, month)}`);
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Central line</th>
          <th scope="col">
            <span className="pinned-head">
              Draws that break it <PinButton page="checks" />
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => {
          const drawn = fan?.checks.find((one) => one.key === check.key);
          return (
            <tr key={check.key}>
              <td>{check.key}</td>
              <td className={check.holds ? 'good' : 'bad'}>
                <Icon name={check.holds ? 'check' : 'close'} />
                {check.holds ? 'holds' : `breaks ${when(check.firstBrokenMonth)}`}
              </td>
              <td className="number">
                {drawn
                  ? `${formatMeasuredShare(drawn.brokenShare, drawn.standardError)} ${when(drawn.firstBrokenMonth)}`
                  : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
