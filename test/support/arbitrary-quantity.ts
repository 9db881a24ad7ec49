import fc from 'fast-check';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';

/** A quantity as somebody might write it, and what it measures. */
export interface WrittenQuantity {
  readonly text: string;
  readonly dimension: Dimension;
}

/** A dimension with the words around its numbers; `lends` where a unit may stand once for several numbers. */
const manners: readonly {
  readonly dimension: Dimension;
  readonly before: string;
  readonly after: string;
  readonly lends: boolean;
}[] = [
  { dimension: 'duration', before: '', after: ' months', lends: true },
  { dimension: 'duration', before: '', after: ' years', lends: true },
  { dimension: 'power', before: '', after: ' GW', lends: true },
  { dimension: 'power', before: '', after: 'MW', lends: true },
  { dimension: 'money', before: '$', after: 'B', lends: false },
  { dimension: 'money', before: '', after: ' million USD', lends: true },
  { dimension: 'money-per-chip-hour', before: '$', after: '/chip-hour', lends: false },
  { dimension: 'share', before: '', after: ' %', lends: true },
  { dimension: 'rate-per-year', before: '', after: ' %/year', lends: true },
  { dimension: 'number', before: '', after: '', lends: true },
  { dimension: 'multiple', before: '', after: 'x', lends: false },
  { dimension: 'chips', before: '', after: 'k chips', lends: false },
];

/** Three different numbers with up to two decimals, the smallest first, all above 0. */
const triples = fc
  .uniqueArray(fc.integer({ min: 1, max: 9000 }), { minLength: 3, maxLength: 3 })
  .map((three) => three.sort((a, b) => a - b).map((one) => one / 100));

const shapes = [
  'fixed',
  'interval',
  'normal',
  'lognormal',
  'uniform',
  'triangular',
  'pert',
  'beta',
  'oneof',
] as const;

/** Quantities of most dimensions in every family, with units inside, behind or borrowed, and bounds on some. */
export const writtenQuantities: fc.Arbitrary<WrittenQuantity> = fc
  .record({
    manner: fc.constantFrom(...manners),
    shape: fc.constantFrom(...shapes),
    numbers: triples,
    isLent: fc.boolean(),
    bound: fc.constantFrom('', 'at-most', 'at-least'),
    isWeighted: fc.boolean(),
  })
  .map(({ manner, shape, numbers, isLent, bound, isWeighted }) => {
    const { dimension, before, after, lends } = manner;
    const [a = 1, b = 2, c = 3] = numbers;
    const full = (value: number) => `${before}${value}${after}`;
    const isOutside = isLent && lends && before === '';
    const inside = (value: number) => (isOutside ? String(value) : full(value));
    const call = (name: string, words: readonly string[]) =>
      `${name}(${words.join(', ')})${isOutside ? after : ''}`;
    const core = {
      fixed: full(b),
      interval: `${isOutside ? a : full(a)} to ${full(c)}`,
      normal: call('normal', [inside(b), inside(a)]),
      lognormal: call('lognormal', [inside(a), inside(c)]),
      uniform: call('uniform', [inside(a), inside(c)]),
      triangular: call('triangular', [inside(a), inside(b), inside(c)]),
      pert: call('pert', [inside(a), inside(b), inside(c)]),
      beta: call('beta', ['2', '3.5', inside(a), inside(c)]),
      oneof: call(
        'oneof',
        [a, b, c].map((one, at) => (isWeighted ? `${inside(one)}: ${at + 1}` : inside(one))),
      ),
    }[shape];
    const runsOn = shape !== 'fixed' && shape !== 'oneof' && bound !== '';
    if (!runsOn) return { text: core, dimension };
    return { text: `${core}, ${bound.replace('-', ' ')} ${full(b)}`, dimension };
  });
