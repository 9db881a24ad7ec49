import {
  chance,
  choice,
  defaulted,
  duration,
  flag,
  mapOf,
  needed,
  optional,
  period,
  quantity,
  reference,
  sourced,
} from './field.ts';

/** Fields of a right to buy a later generation. */
export const optionShape = sourced({
  generation: optional(
    reference('generation'),
    'Generation the right is about.',
    'trainium5',
    'the name of the option',
  ),
  power: optional(quantity('power', { min: 0, max: 1e6 }), 'Most power that can be bought.', '1 GW', 'none'),
  window: needed(period, 'First and last month in which the right can be used.', '2029-01 to 2029-12'),
  notice: defaulted(duration, '0 months', 'Time from the decision to first power.', '6 months'),
  ramp: defaulted(duration, '0 months', 'Time from first to full power.', '6 months'),
  rights: defaulted(
    choice({
      amount: 'A defined amount of power.',
      'early-access': 'The same, and chips before they are generally available.',
      'first-refusal': 'The same, if the provider offers it.',
      'price-only': 'A price, but no power.',
    }),
    'amount',
    'What kind of right it is.',
  ),
  price: defaulted(
    quantity('share', { min: 0, max: 10 }),
    '100 %',
    "Price under the right as a share of the generation's list price.",
    '90 %',
  ),
  exercise: defaulted(
    quantity('multiple', { min: 0, max: 100 }),
    '1x',
    'Used once effective compute per dollar is at least this multiple of the best alternative.',
    '1.2x',
  ),
  early: defaulted(
    duration,
    '0 months',
    'How long before general availability early access starts.',
    '3 months',
  ),
  offered: defaulted(chance, '100 %', 'Chance that the provider offers it (first refusal only).', '60 %'),
  'within-ceiling': defaulted(flag, 'false', "True where its power counts under the deal's ceiling.", 'true'),
});

/** Options of a deal by key. */
export const optionsShape = mapOf('option', optionShape);
