import { defaulted, needed, optional, path, quantity, share, sourced } from './field.ts';

/** Fields of the provider's side of a deal. */
export const economicsShape = sourced({
  capex: defaulted(
    quantity('money-per-power', { min: 0 }),
    '$0/GW',
    "The provider's own cost per GW of IT power brought online.",
    '$38B/GW',
  ),
  margin: defaulted(
    quantity('share', { min: -1, max: 1 }),
    '35 %',
    'Cash margin on billed spend, before depreciation.',
  ),
  'discount-rate': defaulted(
    quantity('rate-per-year', { min: -0.5, max: 5 }),
    '9 %/year',
    "Rate at which the provider's cash is discounted.",
  ),
  'provider-revenue': optional(
    path('money-per-year', { min: 0 }),
    "The provider's total revenue per year, possibly by date.",
    '{ 2026-04: $130B/year, 2030-04: $260B/year }',
  ),
  stake: optional(
    sourced({
      share: needed(share, "The provider's share of the customer.", '15 %'),
      valuation: needed(path('money', { min: 0 }), 'Value of the whole customer, possibly by date.', '$380B'),
    }),
    "The provider's stake in the customer, marked at a valuation.",
    '{ share: 15 %, valuation: $380B }',
  ),
});
