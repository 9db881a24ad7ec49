import {
  chance,
  choice,
  date,
  dated,
  defaulted,
  duration,
  formula,
  keyed,
  literal,
  mapForm,
  mapOf,
  needed,
  optional,
  path,
  plain,
  quantity,
  record,
  reference,
  sourced,
  text,
  variant,
  word,
} from './field.ts';

const money = quantity('money');
const delivered = quantity('power', { min: 0 }, 'online');
const shares = quantity('shares', { min: 0 });

/** Fields that every instrument has. */
const common = {
  from: optional(reference('party'), 'Who pays.', 'Google', 'the provider of the deal'),
  form: defaulted(
    choice({ cash: 'Arrives as money.', credits: 'Pays the cloud bill instead.' }),
    'cash',
    'Whether it arrives as money or as credits on the bill.',
    'credits',
  ),
  instrument: optional(
    text(),
    'Legal form, for the reader: convertible-note, preferred, common, loan.',
    'preferred',
  ),
};

const amount = needed(money, 'Amount paid.', '$5B');

const paidIn = sourced({
  ...common,
  amount: needed(money, 'Amount paid before the scenario starts.', '$8B'),
  before: optional(date, 'When it was paid, for the listing.', '2025-12', 'the start of the scenario'),
});

const onDate = sourced({ ...common, amount, on: needed(date, 'Month of payment.', '2026-04') });

const milestone = sourced({
  ...common,
  amount,
  when: needed(
    variant({
      formula: plain(formula('condition'), 'A condition over measures.'),
      threshold: mapForm(
        record({
          measure: needed(reference('measure'), 'Measure that is watched.', 'aws.capacity.online'),
          'at-least': optional(literal, 'Met when the measure reaches this.', '1 GW'),
          'at-most': optional(literal, 'Met when the measure is down to this.', '200 MW'),
        }),
        'A measure and the value it must reach.',
      ),
    }),
    'The milestone: it pays in the first month in which this holds.',
    'aws.capacity.online >= 1 GW',
  ),
  'not-before': optional(date, 'Earliest month of payment.', '2026-10'),
  until: optional(date, 'Latest month of payment; an unmet tranche lapses.', '2030-12'),
  waived: defaulted(chance, '0 %', 'Chance that the investor pays without the milestone.', '20 %'),
  'waived-on': optional(
    date,
    'When it pays if the milestone is waived.',
    '2027-06',
    '`not-before`, else the start',
  ),
});

const facility = sourced({
  ...common,
  amount: needed(money, 'Most that can be drawn in all.', 'up to $20B'),
  available: needed(
    sourced({
      from: optional(
        delivered,
        'Delivered power at which the first step becomes available.',
        '1 GW',
        'the same as `per`',
      ),
      per: needed(quantity('power', { min: 0.001 }, 'online'), 'Delivered power per further step.', '1 GW'),
      amount: needed(money, 'What each step makes available.', '$5B'),
      by: defaulted(
        choice({ steps: 'In whole steps.', linear: 'In proportion.' }),
        'steps',
        'Whether availability grows in whole steps or in proportion.',
      ),
    }),
    'What can be drawn, as a function of power delivered.',
    '{ from: 1 GW, per: 1 GW, amount: $5B }',
  ),
  draw: defaulted(
    variant({
      'when-available': word('Draws all that is available at once.'),
      never: word('Never draws.'),
      'when-cash-below': keyed(money, 'Draws what keeps the cash of the customer at this.'),
      schedule: keyed(dated(money), 'Draws towards these cumulative amounts, as far as available.'),
    }),
    'when-available',
    'When the customer draws.',
  ),
  participation: optional(
    mapOf('round', sourced({ amount, on: needed(date, 'Month of the round.', '2026-05') })),
    'Later rounds the investor joins instead; each reduces the facility by its amount.',
    '{ series-h: { amount: $5B, on: 2026-05 } }',
  ),
  expires: optional(
    sourced({
      after: needed(duration, 'Time from the event until nothing more can be drawn.', '30 months'),
      of: needed(date, 'The event that starts the clock.', '2026-12'),
      likelihood: defaulted(chance, '100 %', 'Chance that the event happens at all.', '80 %'),
    }),
    'When it lapses.',
    '{ after: 30 months, of: 2026-12 }',
  ),
});

const warrant = sourced({
  ...common,
  shares: needed(shares, 'Shares the warrant is over.', '160000000 shares'),
  strike: needed(
    quantity('money-per-share', { min: 0 }),
    'Price at which the shares can be bought.',
    '$0.01/share',
  ),
  'share-price': needed(
    path('money-per-share', { min: 0 }),
    'Price of the share, possibly by date.',
    '$180/share',
  ),
  vest: needed(
    sourced({
      from: optional(
        delivered,
        'Delivered power at which the first step vests.',
        '1 GW',
        'the same as `per`',
      ),
      per: needed(quantity('power', { min: 0.001 }, 'online'), 'Delivered power per further step.', '1 GW'),
      shares: needed(shares, 'Shares that vest with each step.', '26666667 shares'),
    }),
    'How it vests as power is delivered.',
    '{ per: 1 GW, shares: 26666667 shares }',
  ),
});

/** Forms of an instrument, recognised by the key that only one of them has. */
export const instrumentShape = variant({
  facility: mapForm(facility, 'A facility drawn as compute is delivered.', ['available']),
  warrant: mapForm(warrant, 'A warrant that vests as compute is delivered.', ['vest', 'strike']),
  milestone: mapForm(milestone, 'A tranche paid when a condition is met.', ['when']),
  dated: mapForm(onDate, 'A tranche paid on a date.', ['on']),
  'paid-in': mapForm(paidIn, 'Money paid before the scenario starts.'),
});

/** Instruments of a deal by key. */
export const capitalShape = mapOf('instrument', instrumentShape);
