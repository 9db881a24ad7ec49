import { useMemo } from 'react';
import type { Value } from '#shared/scenario/value.ts';
import { formatShare } from '#shared/view/format.ts';
import { sourceBook } from '#shared/view/source-book.ts';
import { useSurvey } from '../../state/use-survey.ts';
import { WorkState } from '../analysis/work-state.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { InputList } from './input-list.tsx';
import { SourceEffects } from './source-effects.tsx';
import { Unknowns } from './unknowns.tsx';
import { useSourceEffects } from './use-source-effects.ts';

/** Who says what: where sources disagree first, then what nobody knows, then every document with what rests on it, then what nobody vouches for. */
export function SourcesPanel() {
  const survey = useSurvey();
  const assumptions = survey?.assumptions ?? [];
  const book = useMemo(() => survey && sourceBook(survey.sources, survey.inputs), [survey]);
  const { answer, view } = useSourceEffects(
    book !== null && (book.disagreements.length > 0 || assumptions.length > 0),
  );
  if (!book) return <p className="empty">Sources appear once the text can be read.</p>;
  const spreads = new Map(book.disagreements.map(({ value, spread }) => [value.path, spread]));
  const whyOf = (key: string) => {
    const provenance = book.disagreements.find(({ value }) => value.path === key)?.value.provenance;
    const { source = null, status = null, note = null } = provenance ?? {};
    return [source === null ? null : `from ${source}`, status, note].filter(Boolean).join(', ');
  };
  const said = (input: Value) => {
    const spread = spreads.get(input.path) ?? Number.NaN;
    const figures = input.provenance.reported.map(
      (figure) => `${figure.text} (${figure.source ?? 'no source'})`,
    );
    return `${figures.join(', ')}${Number.isFinite(spread) ? `; ${formatShare(spread)} apart` : ''}`;
  };
  // What enters no figure, and all of it until the figures are there.
  const shown = new Set(view?.rows.map(({ input }) => input.key));
  const listed = book.disagreements.flatMap(({ value }) => (shown.has(value.path) ? [] : [value]));
  return (
    <div className="sources">
      <section aria-label="Where sources disagree">
        <h3 className="pinned-head">
          Where sources disagree ({book.disagreements.length})
          {view === null || book.disagreements.length === 0 ? null : <PinButton page="sources" />}
        </h3>
        {view === null || book.disagreements.length === 0 ? null : (
          <div className={answer.isOld ? 'analysis-old' : undefined}>
            <p className="analysis-finding">{view.finding}</p>
            <SourceEffects view={view} whyOf={whyOf} />
          </div>
        )}
        <WorkState answer={answer} />
        {view !== null && listed.length > 0 ? <p className="source-note">These enter no figure:</p> : null}
        {view !== null && listed.length === 0 ? null : <InputList inputs={listed} note={said} />}
      </section>
      <section aria-label="What nobody knows">
        <h3>What nobody knows ({assumptions.length})</h3>
        {assumptions.length === 0 ? (
          <p className="empty">None.</p>
        ) : (
          <div className={answer.isOld ? 'analysis-old' : undefined}>
            <Unknowns assumptions={assumptions} view={view} />
          </div>
        )}
      </section>
      <section aria-label="Documents">
        <h3>Documents ({book.entries.length})</h3>
        {book.entries.map(({ document, values }) => (
          <details key={document.key}>
            <summary>
              <b>{document.title}</b>
              <span className="source-facts">
                {[document.publisher, document.date, document.key].filter(Boolean).join(' · ')}
              </span>
              <span className="count">{values.length}</span>
            </summary>
            {document.note ? <p className="source-note">{document.note}</p> : null}
            {document.url ? <p className="source-note">{document.url}</p> : null}
            <InputList inputs={values} note={(input) => input.provenance.status ?? ''} />
          </details>
        ))}
      </section>
      <section aria-label="Without a source">
        <h3>Without a source ({book.unsourced.length})</h3>
        <InputList inputs={book.unsourced} note={(input) => input.provenance.status ?? 'no source'} />
      </section>
    </div>
  );
}
