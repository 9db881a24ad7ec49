/** The ways in which one quantity can be written: certain, as percentiles, as one of the named distributions, as reported. */
export type Family =
  | 'fixed'
  | 'interval'
  | 'normal'
  | 'lognormal'
  | 'uniform'
  | 'triangular'
  | 'pert'
  | 'beta'
  | 'oneof'
  | 'chance'
  | 'reported';

/** What a number of a distribution means. */
export type ParameterKey =
  | 'value'
  | 'p5'
  | 'p95'
  | 'mean'
  | 'sd'
  | 'low'
  | 'mode'
  | 'high'
  | 'alpha'
  | 'beta'
  | 'weight'
  | 'chance'
  | 'at-least'
  | 'at-most';

/** The words for a family. */
export interface FamilyWords {
  readonly name: string;
  /** When to take it, in a sentence. */
  readonly meaning: string;
}

/** Every family in the order in which they are offered. */
export const familyWords: Readonly<Record<Family, FamilyWords>> = {
  fixed: { name: 'Fixed value', meaning: 'One certain value.' },
  interval: {
    name: 'Percentiles (5 to 95 %)',
    meaning: 'Nine cases in ten lie between the two ends; lognormal where both are positive.',
  },
  pert: { name: 'PERT', meaning: 'Lowest, likeliest, highest; the likeliest counts most.' },
  triangular: {
    name: 'Triangular',
    meaning: 'Lowest, likeliest, highest; the chance falls in straight lines.',
  },
  uniform: { name: 'Uniform', meaning: 'Every value between the two ends is equally likely.' },
  normal: { name: 'Normal', meaning: 'A bell around the mean.' },
  lognormal: {
    name: 'Lognormal',
    meaning: 'Positive, with a long upper tail; by its 5th and 95th percentile.',
  },
  beta: { name: 'Beta', meaning: 'Between two ends, with a shape of two numbers.' },
  oneof: { name: 'One of several', meaning: 'One of a few values, each with a weight.' },
  chance: { name: 'Chance', meaning: 'Happens or does not.' },
  reported: { name: 'As reported', meaning: 'One of the figures the sources give, by their confidence.' },
};

/** Every family in the order in which they are offered. */
export const families = Object.keys(familyWords) as readonly Family[];

/** What each number of a distribution is called. */
export const parameterWords: Readonly<Record<ParameterKey, string>> = {
  value: 'Value',
  p5: '5th percentile',
  p95: '95th percentile',
  mean: 'Mean',
  sd: 'Standard deviation',
  low: 'Lowest',
  mode: 'Likeliest',
  high: 'Highest',
  alpha: 'Shape α',
  beta: 'Shape β',
  weight: 'Weight',
  chance: 'Chance',
  'at-least': 'At least',
  'at-most': 'At most',
};
