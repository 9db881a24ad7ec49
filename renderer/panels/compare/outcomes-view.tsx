import { useMemo } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { type OutcomeEntry, type OutcomeLine, outcomeTable } from '#shared/view/compare/outcome-table.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { monthLooked } from '../../state/comparison/comparison-runs.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { faultText } from '../../state/notices.ts';
import { IconButton } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { toneOf, useColours, useNames } from './names.ts';

/** The headline figures of all scenarios at one date, each with its change against the base. */
export function OutcomesView() {
  const { choose } = useComparisonActions();
  const outcomes = useComparison((state) => state.outcomes);
  const shown = useComparison((state) => state.shown);
  const measure = useComparison((state) => state.bridge.measure);
  const bridge = useComparison((state) => state.bridge);
  const month = useComparison(monthLooked);
  const lines = useMemo(() => {
    if (outcomes === null || month === null) return [];
    const [year = 0, inYear = 1] = month.split('-').map(Number);
    return outcomeTable(outcomes, { year, month: inYear }, shown).filter(
      (line) => headlineMeasures.includes(line.measure) || line.measure === measure,
    );
  }, [outcomes, month, shown, measure]);
  return (
    <ScrollRegion label="Outcomes" className="compare-outcomes">
      <table className="compare-table">
        <Heads />
        <tbody>
          {lines.map((line) => (
            <tr key={line.measure} className={line.measure === measure ? 'compare-row-on' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={line.measure === measure}
                  title="Explain this measure below"
                  onClick={() => choose({ bridge: { ...bridge, measure: line.measure } })}
                >
                  {line.label}
                </button>
              </th>
              <Cells line={line} />
            </tr>
          ))}
        </tbody>
      </table>
      <Unreadable />
    </ScrollRegion>
  );
}

function Cells({ line }: { readonly line: OutcomeLine }) {
  const outcomes = useComparison((state) => state.outcomes);
  const other = useComparison((state) => state.other);
  return line.entries.map((entry, at) => {
    const id = outcomes?.scenarios[at]?.id ?? '';
    const isOther = id === other;
    return <Entry key={id} entry={entry} isOther={isOther} />;
  });
}

function Entry({ entry, isOther }: { readonly entry: OutcomeEntry; readonly isOther: boolean }) {
  const { value, error, range, change } = entry;
  const mark = isOther ? 'compare-other' : '';
  return (
    <>
      <td className={`number compare-value ${mark}`} title={range === '' ? undefined : `P5 – P95: ${range}`}>
        <b>{value}</b>
        <small>{error}</small>
      </td>
      {change === null ? null : (
        <>
          <td className={`number ${mark}`}>
            {change.absolute} <small>{change.error}</small>
          </td>
          <td className={`number compare-percent ${mark}`}>{change.percent}</td>
          <td className={`number compare-higher ${mark}`} title={gainText(change.gain)}>
            {change.higher}
          </td>
        </>
      )}
    </>
  );
}

function gainText(gain: string): string {
  return gain === ''
    ? 'Share of draws above the base'
    : `Share of draws above the base. Taken draw by draw, the error of the change is ${gain} smaller than between two runs of their own.`;
}

function Heads() {
  const { choose, tick } = useComparisonActions();
  const outcomes = useComparison((state) => state.outcomes);
  const base = useComparison((state) => state.base);
  const other = useComparison((state) => state.other);
  const at = useComparison((state) => state.at);
  const shown = useComparison((state) => state.shown);
  const name = useNames();
  const colour = useColours();
  const scenarios = outcomes?.scenarios ?? [];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          <PinButton
            page={questionText(question('outcomes', { at, show: shown === 'mean' ? null : shown }))}
          />
        </th>
        {scenarios.map(({ id }) => (
          <th
            key={id}
            scope="colgroup"
            colSpan={id === base ? 1 : 4}
            className={id === other ? 'compare-other' : undefined}
          >
            <span className="compare-head">
              <i style={{ background: toneOf(colour(id)) }} />
              {id === base ? (
                <span className="compare-name-text" title={id}>
                  {name(id)}
                </span>
              ) : (
                <button
                  type="button"
                  aria-pressed={id === other}
                  title={`Explain ${id} against the base`}
                  className="compare-name-text"
                  onClick={() => choose({ other: id })}
                >
                  {name(id)}
                </button>
              )}
              {id === base ? (
                <span className="tag">base</span>
              ) : (
                <button
                  type="button"
                  className="compare-make-base"
                  title="Measure the others against this one"
                  onClick={() => choose({ base: id, other: base })}
                >
                  make base
                </button>
              )}
              <IconButton icon="close" label={`Take ${name(id)} out`} onClick={() => tick(id)} />
            </span>
          </th>
        ))}
      </tr>
      <tr>
        {scenarios.map(({ id }) => {
          const mark = id === other ? 'compare-other' : undefined;
          return id === base ? (
            <th key={id} scope="col" className="number">
              figure
            </th>
          ) : (
            ['figure', 'change', '%', 'higher in'].map((word) => (
              <th key={`${id} ${word}`} scope="col" className={`number ${mark ?? ''}`}>
                {word}
              </th>
            ))
          );
        })}
      </tr>
    </thead>
  );
}

/** Scenarios that do not read are named with their first fault; the others are compared all the same. */
function Unreadable() {
  const { tick } = useComparisonActions();
  const members = useComparison((state) => state.members);
  return members
    .filter(({ fault }) => fault !== null)
    .map(({ id, title, fault }) => (
      <p key={id} className="compare-unreadable bad">
        {title} does not read: {fault === null ? '' : faultText(fault)}
        <IconButton icon="close" label={`Take ${title} out`} onClick={() => tick(id)} />
      </p>
    ));
}
