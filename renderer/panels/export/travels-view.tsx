import type { TravelList } from '#shared/export/travels.ts';

/** Lists what a file would carry: what is seen, what is behind it, what is not in it. */
export function TravelsView({
  travels: { shown, behind, absent, leftOut },
}: {
  readonly travels: TravelList;
}) {
  return (
    <div className="export-travels">
      <section aria-label="Shown">
        <h3>Shown ({shown.length})</h3>
        <ul>
          {shown.map(({ what, how }, at) => (
            <li key={`${what} ${String(at)}`}>
              <b>{what}</b> <span className="export-meaning">{how}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Behind it">
        <h3>Also in the file</h3>
        <ul>
          {behind.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {leftOut.length > 0 ? (
          <>
            <h3>Left out, since there is nothing to show</h3>
            <ul>
              {leftOut.map(({ page, scenario, why }) => (
                <li key={`${page} ${scenario}`}>
                  {page} of {scenario} <span className="export-meaning">{why}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h3>Not in the file</h3>
        <ul>
          {absent.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
