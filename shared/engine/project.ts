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

/**
 * Computes the central path of a plan: every measure, the ledger, the marks and the checks, on one lane.
 *
 * @param central Fills the value of every input (the medians); handed in, because it belongs to the random part.
 * @param control Asked between months whether to stop; a stopped path is no path.
 */
export function project(
  plan: Plan,
  central: (plan: Plan, values: Float64Array) => void,
  control: RunControl,
): Outcome<Projection, 'cancelled'> {
  const entries = measureEntries(plan);
  const values = new Float64Array(plan.inputs.length);
  const pass = createPass({ plan, lanes: 1, values, finder: finderOf(entries) });
  const series = new Map([...entries].map(([id, { info }]) => [id, { info, values: pass.history(id) }]));
  const ledger = pass.use(ledgerFlows, plan).map(({ lanes, ...flow }) => {
    const record = pass.series();
    pass.onMonthEnd((m) => {
      record[m] = lanes[0];
    });
    return { ...flow, values: record };
  });
  const readMarks = markReader(pass, plan);
  const watched = plan.checks.map((check) => ({
    key: check.key,
    firstBroken: watchCheck(
      pass,
      check,
      needsTheEnd(check.holds, (id) => entries.get(id)),
    ),
  }));
  pass.close();
  central(plan, values);
  if (!pass.run(control.isCancelled)) return fail('cancelled');
  control.report(1);
  return ok({
    start: plan.start,
    months: plan.months,
    parties: plan.parties,
    series: [...series.values()],
    ledger,
    marks: readMarks((id) => {
      const found = series.get(id);
      invariant(found !== undefined, `the central path has a series ${id}`);
      return found.values;
    }),
    checks: watched.map(({ key, firstBroken }) => ({
      key,
      holds: firstBroken[0] < 0,
      firstBrokenMonth: firstBroken[0] < 0 ? null : firstBroken[0],
    })),
  });
}
