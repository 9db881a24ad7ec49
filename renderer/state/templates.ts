/** The text a new scenario starts with: the smallest that runs, with the lines an analyst fills in first. */
export function newScenarioText(title: string): string {
  return `offtake: 1
title: ${title}
customer: Customer
currency: USD
start: 2026-04
horizon: 10 years
seed: 1

generations:
  chip:
    available: 2025-01
    peak: { fp8: 1300 TFLOP/s, bf16: 650 TFLOP/s }
    it-power: 900 W
    price: { list: $2.00/chip-hour, decline: 12 %/year, floor: $0.60/chip-hour }

deals:
  deal:
    provider: Provider
    capital:
      investment: { amount: $1B, on: 2026-06 }
    commitment: { amount: $10B, term: 8 years, take-or-pay: 90 % }
    capacity:
      ceiling: 1 GW
      phases:
        first: { power: 500 MW, energise: 2026-10, ramp: 6 months }
        second: { power: 500 MW, energise: 2027-10, ramp: 9 months }
    mix: chip
`;
}

/** The text a new variant starts with. */
export function variantText(title: string, baseId: string): string {
  return `offtake: 1
title: ${title}
extends: ${baseId}
`;
}
