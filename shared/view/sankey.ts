import type { LedgerRow } from './ledger.ts';

/** A stretch of one side of the picture: a party as payer (left) or as payee (right). Heights are shares of the whole. */
export interface SankeyEnd {
  readonly party: string;
  readonly top: number;
  readonly height: number;
}

/** A stream between the two sides. */
export interface SankeyStream {
  readonly row: LedgerRow;
  readonly fromTop: number;
  readonly toTop: number;
  readonly height: number;
}

/** Who pays (left) and who is paid (right), with a stream per row. Money may go in a circle: a party can stand on both sides. */
export interface Sankey {
  readonly payers: readonly SankeyEnd[];
  readonly payees: readonly SankeyEnd[];
  readonly streams: readonly SankeyStream[];
}

/** Share of the height left free between neighbours, all together. */
const gaps = 0.16;

/** Lays out rows between payers and payees, in order of size; all positions are shares of the height, 0…1. */
export function sankey(rows: readonly LedgerRow[]): Sankey {
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  if (!(total > 0)) return { payers: [], payees: [], streams: [] };
  const payers = side(rows, (row) => row.from, total);
  const payees = side(rows, (row) => row.to, total);
  const fill = { from: cursor(payers), to: cursor(payees) };
  const streams = rows.map((row) => {
    const height = (row.amount / total) * (1 - gaps);
    return { row, fromTop: fill.from(row.from, height), toTop: fill.to(row.to, height), height };
  });
  return { payers, payees, streams };
}

function side(rows: readonly LedgerRow[], partyOf: (row: LedgerRow) => string, total: number): SankeyEnd[] {
  const amounts = new Map<string, number>();
  for (const row of rows) amounts.set(partyOf(row), (amounts.get(partyOf(row)) ?? 0) + row.amount);
  const sorted = [...amounts].sort((a, b) => b[1] - a[1]);
  const gap = sorted.length > 1 ? gaps / (sorted.length - 1) : 0;
  let top = sorted.length > 1 ? 0 : gaps / 2;
  return sorted.map(([party, amount]) => {
    const end = { party, top, height: (amount / total) * (1 - gaps) };
    top += end.height + gap;
    return end;
  });
}

/** Hands out the height of each end from its top downwards. */
function cursor(ends: readonly SankeyEnd[]): (party: string, height: number) => number {
  const next = new Map(ends.map((end) => [end.party, end.top]));
  return (party, height) => {
    const top = next.get(party) ?? 0;
    next.set(party, top + height);
    return top;
  };
}
