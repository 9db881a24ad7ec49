import type { LedgerFlow, Projection } from '#shared/engine/projection.ts';
import { humanise } from './words.ts';

/** Money that has moved from one party to another, for one reason. */
export interface LedgerRow {
  readonly from: string;
  readonly to: string;
  /** `Compute`, `Series G`; empty where several kinds were netted. */
  readonly kind: string;
  readonly deal: string | null;
  readonly isCash: boolean;
  /** USD. */
  readonly amount: number;
}

/** What one party has paid and received. */
export interface PartyBalance {
  readonly party: string;
  readonly paid: number;
  readonly received: number;
  readonly net: number;
}

/** The ledger up to a month. */
export interface LedgerView {
  readonly rows: readonly LedgerRow[];
  readonly balances: readonly PartyBalance[];
}

/**
 * Sums the ledger from the start to the end of a month. Gross: a row per payer, payee and kind. Netted: one row per pair,
 * in the direction in which more has moved. The same dollar is counted once either way.
 */
export function ledgerView(projection: Projection, month: number, isNetted: boolean): LedgerView {
  const gross = projection.ledger
    .map((flow) => rowOf(projection, flow, month))
    .filter((row) => Math.abs(row.amount) > 0.5);
  const rows = isNetted ? netted(gross) : merged(gross);
  const balances = projection.parties
    .map((party) => balanceOf(party, gross))
    .filter((balance) => balance.paid !== 0 || balance.received !== 0);
  return { rows: [...rows].sort((a, b) => b.amount - a.amount), balances };
}

function rowOf({ parties }: Projection, flow: LedgerFlow, month: number): LedgerRow {
  let amount = 0;
  for (let m = 0; m <= Math.min(month, flow.values.length - 1); m++) amount += flow.values[m] ?? 0;
  return {
    from: parties[flow.from] ?? '',
    to: parties[flow.to] ?? '',
    kind: humanise(flow.kind),
    deal: flow.deal,
    isCash: flow.isCash,
    amount,
  };
}

function merged(rows: readonly LedgerRow[]): LedgerRow[] {
  return [...grouped(rows, (row) => `${row.from}\n${row.to}\n${row.kind}\n${row.isCash}`).values()].flatMap(
    (group) => {
      const [first] = group;
      return first ? [{ ...first, deal: group.length > 1 ? null : first.deal, amount: total(group) }] : [];
    },
  );
}

/** Only cash is netted: credits and warrants are promises, not money that moved. */
function netted(rows: readonly LedgerRow[]): LedgerRow[] {
  const cash = rows.filter((row) => row.isCash);
  const pairs = grouped(cash, (row) => [row.from, row.to].sort().join('\n'));
  return [...pairs.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const forth = total(group.filter((row) => row.from === first.from));
    const net = forth - (total(group) - forth);
    if (Math.abs(net) < 0.5) return [];
    const ends = net > 0 ? { from: first.from, to: first.to } : { from: first.to, to: first.from };
    return [{ ...ends, kind: '', deal: null, isCash: true, amount: Math.abs(net) }];
  });
}

function balanceOf(party: string, rows: readonly LedgerRow[]): PartyBalance {
  const cash = rows.filter((row) => row.isCash);
  const paid = total(cash.filter((row) => row.from === party));
  const received = total(cash.filter((row) => row.to === party));
  return { party, paid, received, net: received - paid };
}

function total(rows: readonly LedgerRow[]): number {
  return rows.reduce((sum, row) => sum + row.amount, 0);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
