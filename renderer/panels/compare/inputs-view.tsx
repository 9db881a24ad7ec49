import { type KeyboardEvent, useMemo } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import { figureWriter } from '#shared/view/compare/figures.ts';
import { type InputLine, inputTable, sideText, sourceText } from '#shared/view/compare/input-table.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { IconButton } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { PinButton } from '../export/pin-button.tsx';
import { useNames } from './names.ts';

const none: readonly InputDifference[] = [];

/** Inputs that are not the same, those with the largest effect on the measure first; a key copies a value across. */
export function InputsView() {
  const other = useComparison((state) => state.other);
  const base = useComparison((state) => state.base);
  const differences = useComparison((state) => state.inputs[state.other ?? ''] ?? none);
  const bridge = useComparison((state) => state.bridgeResult?.bridge ?? null);
  const measure = useComparison((state) => state.bridge.measure);
  const at = useComparison((state) => state.at);
  const name = useNames();
  const lines = useMemo(() => inputTable(differences, bridge), [differences, bridge]);
  const write = useMemo(
    () =>
      bridge &&
      figureWriter(
        bridge.measure,
        bridge.parts.map(({ effect }) => effect),
      ),
    [bridge],
  );
  if (differences.length === 0) {
    return <p className="empty">{name(other)} says the same as the base everywhere.</p>;
  }
  return (
    <ScrollRegion label="Inputs that differ" className="compare-view compare-scroll">
      <table className="compare-table compare-list compare-inputs">
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col" className="number">
              effect
            </th>
            <th scope="col">{name(base)}</th>
            <th scope="col">
              <span className="unseen">Copy across</span>
            </th>
            <th scope="col">
              <span className="pinned-head">
                {name(other)} <PinButton page={questionText(question('differences', { of: measure, at }))} />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.difference.id} line={line} effect={effectText(line, write)} />
          ))}
        </tbody>
      </table>
      <p className="compare-hint">
        Arrow keys move between rows; <kbd>Shift →</kbd> writes the base's value into the other scenario,{' '}
        <kbd>Shift ←</kbd> the other's into the base.
      </p>
    </ScrollRegion>
  );
}

function effectText(line: InputLine, write: ReturnType<typeof figureWriter> | null): string {
  if (line.remark !== '') return line.remark;
  return write === null ? '' : write.change(line.effect, line.standardError);
}

function Row({ line, effect }: { readonly line: InputLine; readonly effect: string }) {
  const { copy } = useComparisonActions();
  const { difference, together, remark } = line;
  const { base, other, label, isDecision } = difference;
  const act = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const row = event.currentTarget;
    const acts: Record<string, () => void> = {
      ArrowDown: () => focusRow(row.nextElementSibling),
      ArrowUp: () => focusRow(row.previousElementSibling),
      ...(event.shiftKey
        ? {
            ArrowRight: () => void copy(difference, 'to-other'),
            ArrowLeft: () => void copy(difference, 'to-base'),
          }
        : {}),
    };
    const chosen = acts[event.key];
    if (!chosen) return;
    event.preventDefault();
    event.stopPropagation();
    chosen();
  };
  return (
    <tr ref={reachable} onKeyDown={act} className={remark === '' ? undefined : 'compare-without'}>
      <th scope="row" title={difference.id}>
        {label}
        {isDecision ? <span className="tag compare-tag">decision</span> : null}
        {together === null ? null : <small>with {together}</small>}
      </th>
      <td className="number compare-effect">{effect}</td>
      <Side side={base} />
      <td className="compare-copy">
        <IconButton
          icon="right"
          label={`Write the base's value of ${label} into the other`}
          onClick={() => void copy(difference, 'to-other')}
        />
        <IconButton
          icon="left"
          label={`Write the other's value of ${label} into the base`}
          onClick={() => void copy(difference, 'to-base')}
        />
      </td>
      <Side side={other} />
    </tr>
  );
}

/** A row can be reached with Tab and moved through with the arrow keys. */
function reachable(row: HTMLTableRowElement | null): void {
  if (row) row.tabIndex = 0;
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}

function Side({ side }: { readonly side: InputDifference['base'] }) {
  const text = sideText(side);
  const source = sourceText(side);
  return (
    <td className={side.standing === 'written' ? 'compare-side' : 'compare-side compare-quiet'} title={text}>
      <span>{text}</span>
      {source === '' ? null : <small>{source}</small>}
    </td>
  );
}
