import {
  date,
  dated,
  defaulted,
  keyed,
  listOf,
  mapForm,
  mapOf,
  needed,
  plain,
  quantity,
  record,
  reference,
  share,
  sourced,
  variant,
} from './field.ts';

const generation = reference('generation');

const takeOverShape = variant({
  oldest: plain(generation, 'The generation all others follow; only under the key `first`.'),
  logistic: mapForm(
    sourced({
      midpoint: needed(date, 'When it takes half of new installations.', '2027-03'),
      takeover: needed(
        quantity('duration', { min: 0.1, max: 600 }),
        'Time from a tenth to nine tenths.',
        '12 months',
      ),
    }),
    'Takes over along a logistic curve.',
    ['midpoint', 'takeover'],
  ),
  bass: mapForm(
    sourced({
      launch: needed(date, 'When it starts to spread.', '2027-10'),
      p: needed(quantity('number', { min: 1e-6, max: 10 }), 'Innovation coefficient per year.', '0.03'),
      q: needed(quantity('number', { min: 0, max: 20 }), 'Imitation coefficient per year.', '0.4'),
    }),
    'Spreads as Bass diffusion (Norton and Bass).',
    ['launch', 'p', 'q'],
  ),
});

/** Forms of the mix of generations. */
export const mixShape = variant({
  schedule: keyed(
    dated(mapOf('generation', share, { keys: 'reference-to-generation' })),
    'Shares of new installations by date, linear between the dates.',
  ),
  succession: keyed(
    mapOf('generation', takeOverShape, { keys: 'reference-to-generation' }),
    'Each generation takes over from the one before it, in the order listed.',
  ),
  choice: keyed(
    record({
      among: needed(listOf(generation), 'Generations to choose from.', '[trainium2, trainium3]'),
      sensitivity: defaulted(
        quantity('number', { min: 0, max: 50 }),
        '4',
        'How strongly effective compute per dollar decides; 0 is indifference.',
      ),
    }),
    'Shares follow effective compute per dollar.',
  ),
  single: plain(generation, 'Only this generation.'),
});
