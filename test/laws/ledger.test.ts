import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import { netByParty, nettedFlows } from '#shared/engine/ledger/net.ts';
import { project } from '#shared/engine/project.ts';
import type { LedgerFlow, Projection } from '#shared/engine/projection.ts';
import { arbitraryPlan, isNear, overPlans, type PlanWithValues } from '../support/arbitrary-plan.ts';

function projectionOf({ plan, values }: PlanWithValues): Projection {
  const outcome = project(plan, (_, into) => into.set(values), uncontrolled);
  if (!outcome.ok) throw new Error('nobody cancelled');
  return outcome.value;
}

const sizeAt = (ledger: readonly LedgerFlow[], m: number): number =>
  ledger.reduce((sum, flow) => sum + Math.abs(flow.values[m] ?? Number.NaN), 0);

function seriesOf(projection: Projection, id: string): Float64Array {
  const found = projection.series.find((series) => series.info.id === id);
  if (found === undefined) throw new Error(`No series ${id}`);
  return found.values;
}

describe('laws of the ledger', () => {
  it('has every flow leave one party and reach another, and all nets sum to 0', () => {
    fc.assert(
      fc.property(arbitraryPlan, (made) => {
        const { ledger, parties, months } = projectionOf(made);
        for (const { from, to, values } of ledger) {
          expect(from).not.toBe(to);
          expect(parties[from]).toBeDefined();
          expect(parties[to]).toBeDefined();
          expect(values.some((value) => !(value >= 0))).toBe(false);
        }
        const net = netByParty(ledger, parties.length, months, () => true);
        for (let m = 0; m < months; m += 1) {
          const sum = net.reduce((total, party) => total + (party[m] ?? Number.NaN), 0);
          expect(isNear(sum, 0, sizeAt(ledger, m))).toBe(true);
        }
      }),
      overPlans(100),
    );
  });

  it('explains every change of the customer’s cash and all of the provider’s', () => {
    fc.assert(
      fc.property(arbitraryPlan, (made) => {
        const { plan } = made;
        const projection = projectionOf(made);
        const { ledger, months, parties } = projection;
        const net = netByParty(ledger, parties.length, months);
        const cash = seriesOf(projection, 'customer.cash');
        const customer = net[plan.customer.party];
        for (let m = 1; m < months; m += 1) {
          const change = (cash[m] ?? Number.NaN) - (cash[m - 1] ?? Number.NaN);
          const size = Math.max(sizeAt(ledger, m), Math.abs(cash[m] ?? 0));
          if (!Number.isNaN(change)) expect(isNear(change, customer?.[m] ?? Number.NaN, size)).toBe(true);
        }
        for (const { key, provider } of plan.deals) {
          const own = ledger.filter((flow) => flow.deal === key);
          const paid = netByParty(own, parties.length, months)[provider];
          const booked = seriesOf(projection, `${key}.provider.cash`);
          for (let m = 0; m < months; m += 1) {
            expect(isNear(paid?.[m] ?? Number.NaN, booked[m] ?? Number.NaN, sizeAt(own, m))).toBe(true);
          }
        }
      }),
      overPlans(100),
    );
  });

  it('counts no dollar twice: instruments in the ledger are all capital paid, and netting changes no party', () => {
    fc.assert(
      fc.property(arbitraryPlan, (made) => {
        const { plan } = made;
        const projection = projectionOf(made);
        const { ledger, months, parties } = projection;
        for (const deal of plan.deals) {
          const keys = new Set(
            deal.capital.instruments.flatMap((instrument) => {
              if (instrument.kind === 'warrant') return [];
              const rounds = instrument.kind === 'facility' ? instrument.participations : [];
              return [instrument.key, ...rounds.map((round) => round.key)];
            }),
          );
          const flows = ledger.filter((flow) => flow.deal === deal.key && keys.has(flow.kind));
          const paid = seriesOf(projection, `${deal.key}.capital.paid`);
          for (let m = 0; m < months; m += 1) {
            expect(isNear(sizeAt(flows, m), paid[m] ?? Number.NaN)).toBe(true);
          }
        }
        const gross = netByParty(ledger, parties.length, months);
        const netted = nettedFlows(ledger, months).map((flow) => ({
          ...flow,
          kind: 'netted',
          deal: null,
          isCash: true,
        }));
        const again = netByParty(netted, parties.length, months);
        for (const [party, net] of gross.entries()) {
          for (let m = 0; m < months; m += 1) {
            expect(isNear(again[party]?.[m] ?? Number.NaN, net[m] ?? Number.NaN, sizeAt(ledger, m))).toBe(
              true,
            );
          }
        }
      }),
      overPlans(60),
    );
  });
});
