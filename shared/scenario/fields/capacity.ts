import {
  chance,
  choice,
  date,
  defaulted,
  duration,
  mapForm,
  mapOf,
  needed,
  optional,
  quantity,
  record,
  section,
  share,
  sourced,
  variant,
  word,
} from './field.ts';

/** Fields of one phase of power. */
export const phaseShape = sourced({
  power: needed(
    quantity('power', { min: 0, max: 1e6 }),
    'Power of the phase, on the basis the deal states.',
    '1.5 GW',
  ),
  energise: needed(date, 'When the grid connection is live.', '2027-06'),
  slip: defaulted(duration, '0 months', 'Delay of this phase alone.', 'pert(0, 3, 18) months'),
  ramp: defaulted(duration, '0 months', 'Time from first to full power.', '6 months'),
  shape: optional(
    choice({
      step: 'All at once.',
      linear: 'The same power every month.',
      's-curve': 'Slow, then fast, then slow.',
      bass: 'Bass diffusion, see `bass`.',
    }),
    'How power comes online over the ramp.',
    's-curve',
    'linear where a ramp is given, else step',
  ),
  bass: section(
    sourced({
      p: defaulted(
        quantity('number', { min: 1e-6, max: 100 }),
        '0.3',
        'Innovation coefficient over one ramp.',
      ),
      q: defaulted(quantity('number', { min: 0, max: 100 }), '5', 'Imitation coefficient over one ramp.'),
    }),
    'Coefficients of the Bass shape, with the whole ramp as unit of time.',
    '{ p: 0.3, q: 5 }',
  ),
  cancelled: defaulted(chance, '0 %', 'Chance that the phase is never built.', '5 %'),
});

/** Fields of the power of a deal. */
export const capacityShape = sourced({
  ceiling: optional(
    quantity('power', { min: 0, max: 1e6 }),
    'Most power the deal can reach.',
    'up to 5 GW',
    'none',
  ),
  basis: defaulted(
    variant({
      it: word('Stated power is what reaches the servers.'),
      facility: word('Stated power includes cooling and losses; divided by `pue`.'),
      'facility-chance': mapForm(
        record({ facility: needed(chance, 'Chance that stated power is facility power.', '70 %') }),
        'When nobody says which: the chance that it is facility power.',
      ),
    }),
    'it',
    'What the stated power measures.',
    'facility',
  ),
  pue: defaulted(quantity('multiple', { min: 1, max: 3 }), '1.15', 'Facility power per unit of IT power.'),
  'average-draw': defaulted(share, '75 %', 'Average draw over capacity, for energy.'),
  slip: defaulted(duration, '0 months', 'Delay shared by all phases of the deal.', '0 to 9 months'),
  usage: defaulted(share, '100 %', "Share of online power that the customer's work uses."),
  phases: section(
    mapOf('phase', phaseShape),
    'Steps in which power arrives.',
    '{ first: { power: 1 GW, energise: 2026-06 } }',
  ),
});
