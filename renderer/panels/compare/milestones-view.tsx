import { useMemo, useState } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { monthLabelAt } from '#shared/view/calendar.ts';
import { type Milestone, milestones } from '#shared/view/compare/milestones.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { useComparison } from '../../state/comparison/use-comparison.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { toneOf, useColours, useNames } from './names.ts';

const which = [
  { value: 'moved', label: 'Moved' },
  { value: 'all', label: 'All' },
] as const;

/** The least room of the ticks, in pixels; the marks are placed in per cent, so the width does not matter to them. */
const tickRoom = 210;

/** What happens when, in all scenarios on one time line. */
export function MilestonesView() {
  const outcomes = useComparison((state) => state.outcomes);
  const [shown, setShown] = useState<'moved' | 'all'>('moved');
  const name = useNames();
  const colour = useColours();
  const found = useMemo(() => (outcomes ? milestones(outcomes.scenarios, outcomes.base) : []), [outcomes]);
  const base = outcomes?.scenarios[outcomes.base];
  if (!outcomes || !base) return <p className="empty">Milestones appear with the first figures.</p>;
  const moved = found.filter(({ isMoved }) => isMoved);
  const rows = shown === 'moved' ? moved : found;
  // The last label would be cut by the edge.
  const ticks = timeTicks(base.start, [0, base.months], tickRoom).filter(
    ({ month }) => month < base.months * 0.95,
  );
  const ids = outcomes.scenarios.map(({ id }) => id);
  return (
    <div className="compare-view">
      <div className="compare-tools">
        <Segmented label="Events" segments={which} value={shown} onChange={setShown} />
        <span className="compare-quiet">
          {moved.length} of {found.length} events moved, on the central paths
        </span>
        <PinButton page={questionText(question('milestones', { events: shown === 'all' ? 'all' : null }))} />
      </div>
      <ScrollRegion label="Milestones" className="compare-scroll">
        <table className="compare-table compare-list compare-milestones">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col" className="milestone-line">
                <span className="milestone-ticks" aria-hidden="true">
                  {ticks.map(({ month, label }) => (
                    <span key={month} style={{ left: `${(month / base.months) * 100}%` }}>
                      {label}
                    </span>
                  ))}
                </span>
                <span className="unseen">Dates</span>
              </th>
              <th scope="col">against the base</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <tr key={event.key}>
                <th scope="row">{event.label}</th>
                <td className="milestone-line">
                  <Line event={event} months={base.months} tone={(at) => toneOf(colour(ids[at] ?? ''))} />
                  <span className="unseen">
                    {event.months
                      .map((month, at) => `${name(ids[at] ?? '')}: ${whenText(base.start, month)}`)
                      .join('; ')}
                  </span>
                </td>
                <td>
                  {event.moves.map((move, at) =>
                    move === '' ? null : (
                      <span key={ids[at]} className="milestone-move">
                        <i style={{ background: toneOf(colour(ids[at] ?? '')) }} />
                        {move}
                        <small>{whenText(base.start, event.months[at] ?? null)}</small>
                      </span>
                    ),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="empty">No event of the central paths moved.</p> : null}
      </ScrollRegion>
    </div>
  );
}

interface LineProps {
  readonly event: Milestone;
  readonly months: number;
  readonly tone: (at: number) => string;
}

function Line({ event, months, tone }: LineProps) {
  const places = event.months.flatMap((month, at) =>
    month === null ? [] : [{ at, share: (month / months) * 100 }],
  );
  const shares = places.map(({ share }) => share);
  return (
    <span className="milestone-track" aria-hidden="true">
      {shares.length > 1 ? (
        <span
          className="milestone-span"
          style={{
            left: `${Math.min(...shares)}%`,
            width: `${Math.max(...shares) - Math.min(...shares)}%`,
          }}
        />
      ) : null}
      {places.map(({ at, share }) => (
        <i
          key={at}
          className={`milestone-dot milestone-dot-${at}`}
          style={{ left: `${share}%`, background: tone(at) }}
        />
      ))}
    </span>
  );
}

function whenText(start: { readonly year: number; readonly month: number }, month: number | null): string {
  return month === null ? 'never' : monthLabelAt(start, month);
}
