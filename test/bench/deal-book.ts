/** How long a deal book is, and of how many phases each of its deals. */
export interface BookSize {
  readonly years: number;
  readonly phases: number;
}

/** The book that speeds are stated for. */
export const fullSize: BookSize = { years: 12, phases: 6 };

/**
 * A deal book as text: 5 deals, 8 generations, uncertain throughout; in full 30 phases over 144 months. Synthetic on purpose: speed
 * is measured on it, nothing is concluded from its figures.
 */
export function dealBook({ years, phases: phasesOfDeal }: BookSize = fullSize): string {
  const generations = Array.from({ length: 8 }, (_, g) => {
    const year = 2025 + Math.floor(g / 2);
    return `  gen${g}:
    title: Generation ${g}
    own-silicon: ${g % 2 === 0}
    available: ${g === 0 ? '2024-01' : `pert(${year}-0${1 + (g % 2) * 5}, ${year}-0${3 + (g % 2) * 5}, ${year + 1}-06)`}
    peak: { fp8: ${1300 * 2 ** (g / 2)} TFLOP/s, bf16: ${650 * 2 ** (g / 2)} TFLOP/s }
    it-power: "uniform(${800 + 150 * g}, ${1000 + 180 * g}) W"
    life: 5 years
    utilisation: { training: "uniform(30 %, 45 %)", inference: "uniform(10 %, 30 %)" }
    price: { list: $${(2 + 1.1 * g).toFixed(2)}/chip-hour, discount: "uniform(30 %, 60 %)", decline: -5 to 25 %/year, floor: $0.60/chip-hour }`;
  });
  const deals = Array.from({ length: 5 }, (_, d) => {
    const phases = Array.from(
      { length: phasesOfDeal },
      (_, p) =>
        `        phase-${p}: { power: "uniform(${0.4 + 0.1 * (p % 6)}, ${0.9 + 0.2 * (p % 6)}) GW", energise: ${2026 + (p % 6)}-0${1 + d}, slip: "pert(0, 3, 18) months", ramp: "uniform(6, 15) months", shape: ${['s-curve', 'linear', 'step'][p % 3]} }`,
    );
    return `  deal${d}:
    provider: Provider ${d}
    status: binding
    capital:
      before: { amount: $${2 + d}B }
      first: { amount: $5B, on: 2026-06 }
      milestone: { amount: $5B, when: "deal${d}.capacity.online >= 2 GW" }
      facility:
        amount: up to $20B
        available: { from: 1 GW, per: 1 GW, amount: "uniform($3B, $6B)", by: linear }
        draw: when-available
        expires: { after: 60 months, of: 2027-06 }
    commitment:
      amount: $${60 + 20 * d}B
      term: 10 years
      ramp: { annual: [ 13 %, 37 %, 34 %, 16 % ] }
      take-or-pay: "uniform(80 %, 100 %)"
      settle: annual
      carry-forward: { limit: 20 %, for: 12 months }
      make-up: 24 months
      eligible: "uniform(70 %, 100 %)"
    capacity:
      ceiling: 6 GW
      basis: facility
      pue: 1.15
      slip: "pert(0, 2, 12) months"
      phases:
${phases.join('\n')}
    mix:
      succession:
        first: gen0
        gen${2 + (d % 2)}: { midpoint: 2027-03, takeover: 12 months }
        gen${4 + (d % 2)}: { midpoint: 2029-03, takeover: 18 months }
        gen${6 + (d % 2)}: { midpoint: 2032-03, takeover: 24 months }
    services: { other: { share: "uniform(3 %, 10 %)", eligible: 100 % } }
    economics: { capex: "pert($30B/GW, $38B/GW, $60B/GW)", margin: "uniform(60 %, 80 %)", discount-rate: 9 %/year }`;
  });
  return `offtake: 1
title: Synthetic deal book
customer: A lab
currency: USD
start: 2026-04
horizon: ${years} years
seed: 11
generations:
${generations.join('\n')}
deals:
${deals.join('\n')}
finances:
  opening-cash: $30B
  revenue: { from: $30B/year, growth: "uniform(60 %/year, 120 %/year)", final-growth: 10 %/year, half-life: 24 months }
  other-costs: { share: 40 % }
  discount-rate: 15 %/year
`;
}

/** The eight measures whose bands are timed. */
export const timedMeasures: readonly string[] = [
  'capacity.online',
  'compute.h100e',
  'spend.billed',
  'spend.billed.cumulative',
  'commitment.shortfall',
  'capital.cumulative',
  'circularity.recycled-share',
  'provider.cash.cumulative',
];
