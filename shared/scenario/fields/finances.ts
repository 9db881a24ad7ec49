import {
  defaulted,
  keyed,
  mapForm,
  needed,
  optional,
  path,
  quantity,
  section,
  sourced,
  variant,
} from './field.ts';

const growth = quantity('rate-per-year', { min: -0.99, max: 100 });

const revenueShape = variant({
  points: keyed(path('money-per-year', { min: 0 }), 'Revenue per year by date, linear between the dates.'),
  growth: mapForm(
    sourced({
      from: needed(quantity('money-per-year', { min: 0 }), 'Revenue per year at the start.', '$30B/year'),
      growth: needed(growth, 'Growth per year at the start.', '80 %/year'),
      'final-growth': defaulted(growth, '5 %/year', 'Growth per year it fades towards.'),
      'half-life': defaulted(
        quantity('duration', { min: 0, max: 1200 }),
        '18 months',
        'Time in which the excess growth halves.',
      ),
    }),
    'A level that grows, with growth that fades.',
    ['from', 'growth'],
  ),
});

/** Fields of the customer's own finances. */
export const financesShape = sourced({
  'opening-cash': optional(
    quantity('money', {}),
    "The customer's cash at the start.",
    '$20B',
    'unknown; no runway is reported',
  ),
  revenue: optional(
    revenueShape,
    "The customer's revenue.",
    '{ from: $30B/year, growth: 80 %/year }',
    'none',
  ),
  'other-costs': section(
    sourced({
      share: defaulted(
        quantity('share', { min: 0, max: 10 }),
        '0 %',
        'Costs besides these deals, as a share of revenue.',
        '40 %',
      ),
      fixed: defaulted(
        quantity('money-per-year', { min: 0 }),
        '$0/year',
        'Costs besides these deals that do not follow revenue.',
        '$3B/year',
      ),
    }),
    'What the customer spends besides these deals.',
    '{ share: 40 %, fixed: $3B/year }',
  ),
  'discount-rate': defaulted(
    quantity('rate-per-year', { min: -0.5, max: 5 }),
    '15 %/year',
    "Rate at which the customer's money is discounted.",
  ),
});
