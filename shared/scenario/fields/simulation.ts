import { certain, choice, defaulted, record, whole } from './field.ts';

/** Fields that say how the run is made. */
export const simulationShape = record({
  draws: defaulted(whole(1, 1_000_000), '10000', 'Number of draws when nothing stops the run before.'),
  sampling: defaulted(
    choice({
      sobol: 'Scrambled Sobol points: the most even.',
      'latin-hypercube': 'Latin hypercube.',
      plain: 'Independent random draws.',
    }),
    'sobol',
    'How draws are spread.',
  ),
  'settle-at': defaulted(
    certain('share', { min: 0, max: 1 }),
    '0.5 %',
    'Relative sampling error at which a run may stop by itself; 0 % makes all draws.',
  ),
});
