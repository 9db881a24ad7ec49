import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerFlow, Projection } from '#shared/engine/projection.ts';
import { ledgerView } from '#shared/view/ledger.ts';
import { sankey } from '#shared/view/sankey.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const parties = ['Lab', 'Cloud', 'Fund', 'Others'];

const flow = fc.record({
  from: fc.integer({ min: 0, max: 3 }),
  to: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('compute', 'series-g', 'credits-used'),
  deal: fc.constantFrom('a', 'b', null),
  isCash: fc.boolean(),
  amounts: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 3 }),
});

const ledgers = fc.array(flow, { maxLength: 12 }).map(
  (flows): Projection => ({
    ...sampleProjection(),
    parties,
    ledger: flows
      .filter((one) => one.from !== one.to)
      .map(({ amounts, ...one }): LedgerFlow => ({ ...one, values: Float64Array.from(amounts) })),
  }),
);

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the ledger', () => {
  it('loses nothing: what all pay is what all receive', () => {
    fc.assert(
      fc.property(ledgers, fc.boolean(), (projection, isNetted) => {
        const { balances } = ledgerView(projection, 2, isNetted);
        expect(sum(balances.map((one) => one.net))).toBeCloseTo(0, 6);
        expect(sum(balances.map((one) => one.paid))).toBeCloseTo(sum(balances.map((one) => one.received)), 6);
      }),
    );
  });

  it('counts every dollar once in the gross view', () => {
    fc.assert(
      fc.property(ledgers, (projection) => {
        const shown = sum(ledgerView(projection, 2, false).rows.map((row) => row.amount));
        const moved = sum(projection.ledger.map((one) => sum([...one.values])));
        expect(shown).toBeCloseTo(moved, 3);
      }),
    );
  });

  it('leaves every party with the same net, netted or gross, and at most one row per pair', () => {
    fc.assert(
      fc.property(ledgers, (projection) => {
        const { rows, balances } = ledgerView(projection, 2, true);
        for (const { party, net } of balances) {
          const received = sum(rows.filter((row) => row.to === party).map((row) => row.amount));
          const paid = sum(rows.filter((row) => row.from === party).map((row) => row.amount));
          expect(Math.abs(received - paid - net)).toBeLessThan(parties.length);
        }
        const pairs = rows.map((row) => [row.from, row.to].sort().join());
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });

  it('stops at the month asked for', () => {
    const projection = sampleProjection();
    const early = ledgerView(projection, 11, false).rows.find((row) => row.kind === 'Compute');
    const late = ledgerView(projection, 143, false).rows.find((row) => row.kind === 'Compute');
    expect(early?.amount).toBeLessThan(late?.amount ?? 0);
  });
});

describe('the streams', () => {
  it('fill each end exactly, stay within the picture and do not overlap', () => {
    fc.assert(
      fc.property(ledgers, (projection) => {
        const { payers, payees, streams } = sankey(ledgerView(projection, 2, false).rows);
        for (const [ends, endOf] of [
          [payers, (row: { from: string }) => row.from],
          [payees, (row: { to: string }) => row.to],
        ] as const) {
          for (const end of ends) {
            const own = streams.filter((stream) => endOf(stream.row) === end.party);
            expect(sum(own.map((stream) => stream.height))).toBeCloseTo(end.height, 9);
            expect(end.top + end.height).toBeLessThanOrEqual(1 + 1e-9);
          }
          ends.slice(1).forEach((end, at) => {
            const above = ends[at];
            expect(end.top).toBeGreaterThanOrEqual((above?.top ?? 0) + (above?.height ?? 0));
          });
        }
      }),
    );
  });

  it('are none where no money moved', () => {
    expect(sankey([])).toEqual({ payers: [], payees: [], streams: [] });
  });
});
