import type { LedgerFlow } from '../projection.ts';

/**
 * Computes what each party receives less what it gives in every month: `net[party][month]`. Unit: USD; the sum over parties
 * is 0 in every month.
 *
 * @param includes Which flows count; by default cash only.
 */
export function netByParty(
  ledger: readonly LedgerFlow[],
  parties: number,
  months: number,
  includes: (flow: LedgerFlow) => boolean = (flow) => flow.isCash,
): readonly Float64Array[] {
  const net = Array.from({ length: parties }, () => new Float64Array(months));
  for (const flow of ledger) {
    if (!includes(flow)) continue;
    for (let m = 0; m < months; m += 1) {
      net[flow.from][m] -= flow.values[m];
      net[flow.to][m] += flow.values[m];
    }
  }
  return net;
}

/** What two parties owe one another after both directions are set off. */
export interface NettedFlow {
  readonly from: number;
  readonly to: number;
  /** From `from` to `to`; negative in months in which more came back. USD in the month. */
  readonly values: Float64Array;
}

/**
 * Sets flows between the same two parties off against one another, whatever their kind: one flow per pair, from the one that
 * gives more over all months.
 */
export function nettedFlows(
  ledger: readonly LedgerFlow[],
  months: number,
  includes: (flow: LedgerFlow) => boolean = (flow) => flow.isCash,
): readonly NettedFlow[] {
  const pairs = new Map<string, { a: number; b: number; values: Float64Array }>();
  for (const flow of ledger) {
    if (!includes(flow) || flow.from === flow.to) continue;
    const a = Math.min(flow.from, flow.to);
    const b = Math.max(flow.from, flow.to);
    const pair = pairs.get(`${a}:${b}`) ?? { a, b, values: new Float64Array(months) };
    pairs.set(`${a}:${b}`, pair);
    const sign = flow.from === a ? 1 : -1;
    for (let m = 0; m < months; m += 1) pair.values[m] += sign * flow.values[m];
  }
  return [...pairs.values()].map(({ a, b, values }) =>
    values.reduce((sum, value) => sum + value, 0) >= 0
      ? { from: a, to: b, values }
      : { from: b, to: a, values: values.map((value) => -value) },
  );
}
