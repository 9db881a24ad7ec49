import { type FormEvent, useState } from 'react';
import { monthLabel } from '#shared/view/calendar.ts';
import { fewerDraws } from '#shared/view/compare/fewer-draws.ts';
import type { Shown } from '#shared/view/compare/outcome-table.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { formatNumber } from '#shared/view/format.ts';
import { monthLooked, monthsOffered } from '../../state/comparison/comparison-runs.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { faultText } from '../../state/notices.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';

const shownAs: readonly { readonly value: Shown; readonly label: string; readonly title: string }[] = [
  { value: 'central', label: 'Central', title: 'The central path: every input at its median' },
  { value: 'mean', label: 'Mean', title: 'The mean over the draws, with its sampling error' },
  { value: 'p50', label: 'Median', title: 'The median over the draws' },
];

/** What is compared at which date, and what can be done with it. */
export function CompareBar() {
  const { choose, close } = useComparisonActions();
  const outcomes = useComparison((state) => state.outcomes);
  const isRunning = useComparison((state) => state.isRunning);
  const fault = useComparison((state) => state.fault);
  const shown = useComparison((state) => state.shown);
  const at = useComparison(monthLooked);
  const months = monthsOffered(outcomes);
  const trouble = fault === null ? null : faultText(fault);
  const state = outcomes !== null ? drawsText(outcomes, isRunning) : isRunning ? 'reading…' : '';
  return (
    <header className="panel-bar compare-bar">
      <h2>Compare</h2>
      <span className="compare-state" role="status" title={trouble ?? state}>
        {trouble !== null ? <span className="bad">{trouble}</span> : state}
      </span>
      <div className="panel-bar-end">
        <label className="compare-at">
          At
          <select
            aria-label="Month looked at"
            value={at ?? ''}
            onChange={(event) => choose({ at: event.target.value })}
          >
            {months.map((month) => (
              <option key={month} value={month}>
                {labelOf(month)}
              </option>
            ))}
          </select>
        </label>
        <Segmented
          label="Figures"
          segments={shownAs}
          value={shown}
          onChange={(value) => choose({ shown: value })}
        />
        <SaveComparison />
        <IconButton icon="close" label="Back to the editor" keys="Alt+C" onClick={close} />
      </div>
    </header>
  );
}

function drawsText(outcomes: ComparisonOutcomes, isRunning: boolean): string {
  const draws = `${formatNumber(outcomes.done, 0)} draws, the same luck in all`;
  if (isRunning) return `${draws} so far`;
  const why = fewerDraws(outcomes);
  return why === null ? draws : `${draws}; ${why}`;
}

function labelOf(code: string): string {
  const [year = 0, month = 1] = code.split('-').map(Number);
  return monthLabel({ year, month });
}

/** Saves at once where the comparison has a file, and asks for a name otherwise. */
function SaveComparison() {
  const { save } = useComparisonActions();
  const file = useComparison((state) => state.file);
  const title = useComparison((state) => state.title);
  const count = useComparison((state) => state.ticked.length);
  const [isAsking, setAsking] = useState(false);
  const [name, setName] = useState('');
  if (isAsking) {
    const submit = (event: FormEvent) => {
      event.preventDefault();
      setAsking(false);
      if (name.trim() !== '') void save(name.trim());
    };
    return (
      <form className="compare-name" onSubmit={submit}>
        <input
          // The user has just asked to name it.
          ref={(input) => input?.focus()}
          aria-label="Name of the comparison"
          placeholder="Name of the comparison"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
        />
        <Button type="submit" kind="main">
          Save
        </Button>
      </form>
    );
  }
  return (
    <Button
      disabled={count < 2}
      title={file === null ? 'Save as a small file in the library' : `Save to ${file.id}`}
      onClick={() => (file === null ? setAsking(true) : void save(title))}
    >
      Save comparison
    </Button>
  );
}
