import { invariant } from '../../base/assert.ts';
import type { Block, Lanes } from '../block/block.ts';
import type { MeasureStep, Operand } from './evaluator.ts';

/** Returns an operand that has no answer in any month. */
const unknown: Operand = (_, out) => out.fill(Number.NaN);

/**
 * Reads measures of finished months and of the current one, for a formula evaluated month by month within the run.
 * Reads at a fixed month belong to formulas evaluated after it.
 */
export function runningOperand(block: Block, step: MeasureStep): Operand {
  invariant(step.op === 'measure', 'a formula evaluated within the run reads no fixed month');
  const lag = step.lag ?? 0;
  if (lag > 0) return lagged(block, block.history(step.id), lag);
  const cell = block.measure(step.id);
  return (_, out) => out.set(cell);
}

/** Reads finished series, for a formula evaluated after the last month. */
export function closingOperand(block: Block, step: MeasureStep): Operand {
  const series = block.history(step.id);
  if (step.op === 'measure') return lagged(block, series, step.lag ?? 0);
  const at = step.at === null ? null : block.input(step.at);
  const { lanes, months } = block;
  return (_, out) => {
    for (let l = 0; l < lanes; l += 1) {
      const month = at === null ? months - 1 : Math.floor(at[l]);
      out[l] = month >= 0 && month < months ? series[month * lanes + l] : Number.NaN;
    }
  };
}

/**
 * Reads what is known when the money of a month moves, for the condition of a tranche: physical measures and spend of
 * the month itself, capital and what follows from it one month later, outcomes never.
 */
export function milestoneOperand(block: Block, step: MeasureStep): Operand {
  const stage = block.finder.stageOf(step.id);
  if (stage === 'at-end') return unknown;
  const cell = stage === 'before-capital' ? block.measure(step.id) : null;
  if (step.op === 'measure') {
    const lag = Math.max(step.lag ?? 0, cell === null ? 1 : 0);
    if (lag === 0 && cell !== null) return (_, out) => out.set(cell);
    return past(block, step.id, (series) => lagged(block, series, lag));
  }
  const { lanes, months } = block;
  const at = step.at === null ? null : block.input(step.at);
  return past(block, step.id, (series) => (month, out) => {
    for (let l = 0; l < lanes; l += 1) {
      const wanted = at === null ? months - 1 : Math.floor(at[l]);
      if (wanted >= 0 && wanted < month) out[l] = series[wanted * lanes + l];
      else out[l] = wanted === month && cell !== null ? cell[l] : Number.NaN;
    }
  });
}

/** Reads a series that may depend on the reader: it is looked up after all rules stand, and read for past months. */
function past(block: Block, id: string, read: (series: Float64Array) => Operand): Operand {
  let operand = unknown;
  block.later(() => {
    operand = read(block.history(id));
  });
  return (month, out) => operand(month, out);
}

function lagged(block: Block, series: Float64Array, lag: number): Operand {
  const { lanes } = block;
  return (month: number, out: Lanes) => {
    const from = (month - lag) * lanes;
    if (from < 0) out.fill(0);
    else for (let l = 0; l < lanes; l += 1) out[l] = series[from + l];
  };
}
