import {
  choice,
  date,
  defaulted,
  duration,
  keyed,
  listOf,
  mapForm,
  needed,
  optional,
  path,
  plain,
  quantity,
  share,
  sourced,
  variant,
  word,
} from './field.ts';

const rampShape = variant({
  linear: word('The same amount every month.'),
  's-curve': keyed(
    sourced({
      midpoint: defaulted(share, '50 %', 'Share of the term at which growth is fastest.'),
      steepness: defaulted(
        quantity('number', { min: 0.1, max: 100 }),
        '8',
        'How sharply it rises; 8 is a soft S.',
      ),
    }),
    'Slow, then fast, then slow.',
  ),
  annual: keyed(listOf(quantity('share', { min: 0 })), 'Share of the total in each equal slice of the term.'),
  growth: keyed(quantity('rate-per-year', { min: -0.99, max: 20 }), 'Spend grows at this rate.'),
  points: keyed(path('share', { min: 0, max: 1 }), 'Cumulative share by date.'),
});

/** Fields of the customer's promise to spend. */
export const commitmentShape = sourced({
  amount: needed(quantity('money', { min: 0.01 }), 'Total spend promised over the term.', 'more than $100B'),
  begins: optional(date, 'When the term begins.', '2026-04', 'the date the deal is signed'),
  term: needed(quantity('duration', { min: 1, max: 600 }), 'Length of the promise.', '10 years'),
  ramp: defaulted(
    rampShape,
    'linear',
    'How the promise is spread over the term.',
    '{ annual: [13 %, 37 %, 34 %, 16 %] }',
  ),
  'take-or-pay': defaulted(
    share,
    '100 %',
    'Share of the promise that is paid even when it is not used.',
    '80 to 100 %',
  ),
  settle: defaulted(
    choice({
      annual: 'At the end of every contract year.',
      term: 'Once, at the end of the term.',
    }),
    'annual',
    'When use is compared with the promise.',
  ),
  'carry-forward': optional(
    variant({
      duration: plain(duration, 'How long spend above the promise counts towards later years.'),
      limited: mapForm(
        sourced({
          limit: defaulted(share, '100 %', 'Largest part of a later year it may cover.', '20 %'),
          for: needed(duration, 'How long it counts.', '12 months'),
        }),
        'With a limit on how much of a later year it may cover.',
      ),
    }),
    'Spend above the promise that counts towards later years.',
    '12 months',
    'none',
  ),
  'make-up': defaulted(
    duration,
    '0 months',
    'Time in which a paid shortfall can still be used up.',
    '24 months',
  ),
  eligible: defaulted(
    share,
    '100 %',
    'Share of spend on accelerators that counts towards the promise.',
    '70 to 100 %',
  ),
});
