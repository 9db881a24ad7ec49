import type { MovedObject, RefreshChanges } from '#shared/export/deck/refresh.ts';

/** Footnotes and notes name the run and change with it; that is no news. */
const quietParts = ['footnote', 'note'];
const movesAtMost = 8;

/** Says what a refresh would change in a deck: what moves from what to what, what stays as the user wrote it, what is gone. */
export function ChangesView({ changes }: { readonly changes: RefreshChanges }) {
  const { moved, kept, missing, untouched, unchanged } = changes;
  const told = moved.filter(({ part }) => !quietParts.includes(part));
  return (
    <div className="export-changes">
      <section aria-label="What moves">
        <h3>What moves ({told.length})</h3>
        {told.length === 0 ? <p className="empty">No figure and no finding changes.</p> : null}
        <table>
          <tbody>{told.flatMap(movedRows)}</tbody>
        </table>
      </section>
      {kept.length > 0 ? (
        <section aria-label="Kept">
          <h3>Changed by hand, kept</h3>
          <ul>
            {kept.map(({ slide, part, words }) => (
              <li key={`${slide} ${part}`}>
                Slide {slide}, {part}: {words}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {missing.length > 0 ? (
        <section aria-label="Not found">
          <h3>Not in the deck any more</h3>
          <ul>
            {missing.map(({ page, topic, part }) => (
              <li key={page}>
                {topic} ({part})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="export-meaning">
        {unchanged.length} objects stay as they are; {untouched.length} belong to other scenarios or pages and
        are not touched. Places, sizes and looks are kept.
      </p>
    </div>
  );
}

function movedRows({ slide, part, page, moves }: MovedObject) {
  const rest = moves.length - movesAtMost;
  return [
    ...moves.slice(0, movesAtMost).map(({ what, from, to }) => (
      <tr key={`${page} ${part} ${what}`}>
        <td>Slide {slide}</td>
        <td>{what}</td>
        <td className="export-from">{from}</td>
        <td>{to}</td>
      </tr>
    )),
    ...(rest > 0
      ? [
          <tr key={`${page} ${part} rest`}>
            <td>Slide {slide}</td>
            <td colSpan={3}>{rest} more</td>
          </tr>,
        ]
      : []),
  ];
}
