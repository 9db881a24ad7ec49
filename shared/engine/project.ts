import { invariant } from '../base/assert.ts';
import { fail, type Outcome, ok } from '../base/outcome.ts';
import { createPass } from './block/create-pass.ts';
import type { RunControl } from './control.ts';
import { watchCheck } from './formula/check.ts';
import { ledgerFlows } from './ledger/ledger-flows.ts';
import { markReader } from './marks.ts';
import { finderOf, measureEntries } from './measure/catalogue.ts';
import { needsTheEnd } from './measure/custom.ts';
import type { Plan } from './plan/plan.ts';
import type { Projection } from './projection.ts';

/** Fills the value of every input of a plan: the medians. Handed in, because it belongs to the random part. */
export type FillCentral = (plan: Plan, values: Float64Array) => void;

/**
 * Computes central paths of plans of one shape (`planShape`). Asked between months whether to stop; a stopped path is no
 * path. Every projection owns its numbers: a later one does not change them.
 */
export type Projector = (
  plan: Plan,
  central: FillCentral,
  control: RunControl,
) => Outcome<Projection, 'cancelled'>;

/** Sets up every measure, the ledger, the marks and the checks of plans of the given plan's shape, on one lane. */
export function createProjector(shape: Plan): Projector {
  const entries = measureEntries(shape);
  const values = new Float64Array(shape.inputs.length);
  const pass = createPass({ plan: shape, lanes: 1, values, finder: finderOf(entries) });
  const series = [...entries].map(([id, { info }]) => ({ info, record: pass.history(id) }));
  const ledger = pass.use(ledgerFlows, shape).map(({ lanes, ...flow }) => {
    const record = pass.series();
    pass.record(lanes, record);
    return { flow, record };
  });
  const readMarks = markReader(pass, shape);
  const watched = shape.checks.map((check) => ({
    key: check.key,
    firstBroken: watchCheck(
      pass,
      check,
      needsTheEnd(check.holds, (id) => entries.get(id)),
    ),
  }));
  pass.close();
  const kept = [...new Set([...series, ...ledger].map(({ record }) => record))];
  const records = new Map(series.map(({ info, record }) => [info.id, record]));

  return (plan, central, control) => {
    invariant(plan.inputs.length === values.length, 'the plan has the shape the projector was made for');
    central(plan, values);
    if (!pass.run(control.isCancelled)) return fail('cancelled');
    control.report(1);
    const copyOf = copiesOf(kept, plan.months);
    return ok({
      start: plan.start,
      months: plan.months,
      parties: plan.parties,
      series: series.map(({ info, record }) => ({ info, values: copyOf(record) })),
      ledger: ledger.map(({ flow, record }) => ({ ...flow, values: copyOf(record) })),
      marks: readMarks((id) => {
        const record = records.get(id);
        invariant(record !== undefined, `the central path has a series ${id}`);
        return record;
      }),
      checks: watched.map(({ key, firstBroken }) => ({
        key,
        holds: firstBroken[0] < 0,
        firstBrokenMonth: firstBroken[0] < 0 ? null : firstBroken[0],
      })),
    });
  };
}

/**
 * Copies records, each once: what is recorded once is one array in the answer as well. All stand in one memory, for hundreds of small
 * ones take longer to get and to give back than to fill.
 */
function copiesOf(records: readonly Float64Array[], months: number): (record: Float64Array) => Float64Array {
  const numbers = new Float64Array(records.length * months);
  const copies = new Map(
    records.map((record, at) => {
      const copy = numbers.subarray(at * months, (at + 1) * months);
      copy.set(record);
      return [record, copy];
    }),
  );
  return (record) => {
    const copy = copies.get(record);
    invariant(copy !== undefined, 'every record of the path is copied');
    return copy;
  };
}

/** Computes the central path of one plan: every input at its median. */
export function project(
  plan: Plan,
  central: FillCentral,
  control: RunControl,
): Outcome<Projection, 'cancelled'> {
  return createProjector(plan)(plan, central, control);
}
