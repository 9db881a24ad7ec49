import {
  choice,
  date,
  defaulted,
  duration,
  flag,
  mapOf,
  needed,
  optional,
  path,
  quantity,
  section,
  share,
  sourced,
  text,
} from './field.ts';

const flops = quantity('compute', { min: 0 });
const chipPrice = quantity('money-per-chip-hour', { min: 0 });
const rate = quantity('rate-per-year', { min: -5, max: 1 });

/** Number formats in which a chip's peak can be stated. */
export const precisions = {
  fp4: 'Four-bit floating point.',
  fp8: 'Eight-bit floating point.',
  int8: 'Eight-bit integers.',
  bf16: 'Sixteen-bit brain floating point.',
} as const;

const priceShape = sourced({
  list: optional(
    chipPrice,
    'List price of one chip for one hour at `as-of`.',
    '$2.235/chip-hour',
    'first price of the table',
  ),
  discount: defaulted(share, '0 %', 'What this customer pays less than the list price.', '30 to 60 %'),
  'as-of': optional(
    date,
    'When the list price holds; prices move from here.',
    '2026-04',
    'the date the generation is available',
  ),
  decline: optional(
    rate,
    'Fall of the price per year; negative where prices rise.',
    '5 to 25 %/year',
    '0 %/year',
  ),
  learning: optional(
    sourced({
      rate: needed(
        quantity('share', { min: 0, max: 0.9 }),
        "Wright's law: fall of the price per doubling of chips.",
        '15 %',
      ),
      initial: needed(
        quantity('chips', { min: 1 }),
        'Chips made before the list price was set.',
        '500000 chips',
      ),
    }),
    "Price falls with the number of chips installed (Wright's law).",
    '{ rate: 15 %, initial: 500000 chips }',
  ),
  table: optional(
    path('money-per-chip-hour', { min: 0 }),
    'Price by date, linear between the dates.',
    '{ 2026-04: $2.2/chip-hour, 2028-04: $1.4/chip-hour }',
  ),
  floor: defaulted(chipPrice, '$0/chip-hour', 'Price below which it does not fall.', '$0.60/chip-hour'),
});

/** Fields of one chip generation. */
export const generationShape = sourced({
  title: optional(text(), 'Name for people.', 'Trainium2'),
  maker: optional(text(), 'Who designs the chip.', 'Amazon'),
  'own-silicon': defaulted(flag, 'false', "True where the chip is the provider's own design.", 'true'),
  available: needed(date, 'First month in which it can be installed.', '2024-12'),
  peak: needed(
    sourced({
      fp4: optional(flops, 'Dense peak of one chip at four bits.', '2.5 PFLOP/s'),
      fp8: optional(
        flops,
        'Dense peak of one chip at eight bits; the basis of H100-equivalents.',
        '1299 TFLOP/s',
      ),
      int8: optional(flops, 'Dense peak of one chip with eight-bit integers.', '1299 TFLOP/s'),
      bf16: optional(flops, 'Dense peak of one chip at sixteen bits.', '667 TFLOP/s'),
    }),
    'Peak speed of one chip by number format.',
    '{ fp8: 1299 TFLOP/s, bf16: 667 TFLOP/s }',
  ),
  'workload-precision': optional(
    choice(precisions),
    'Number format in which the work runs.',
    'bf16',
    'bf16 where its peak is given, else fp8',
  ),
  'it-power': needed(
    quantity('chip-power', { min: 1, max: 1e6 }),
    'IT power of one chip with its share of server, network and storage.',
    '871 W',
  ),
  life: defaulted(
    quantity('duration', { min: 1, max: 1200 }),
    '5 years',
    'Time in service before it is replaced.',
  ),
  utilisation: section(
    sourced({
      training: defaulted(share, '35 %', 'Share of peak reached in training.'),
      inference: defaulted(share, '15 %', 'Share of peak reached in inference.'),
    }),
    'Share of peak that work really reaches.',
    '{ training: 35 %, inference: 15 % }',
  ),
  'supply-ramp': defaulted(
    duration,
    '12 months',
    'Time from first availability until supply is plentiful (used by the choice mix).',
  ),
  porting: defaulted(
    quantity('money-per-chip', { min: 0 }),
    '$0/chip',
    'Cost of moving the work of one chip elsewhere.',
    '$500/chip',
  ),
  price: needed(
    priceShape,
    'Price of one chip for one hour, over time.',
    '{ list: $2.235/chip-hour, decline: 10 %/year }',
  ),
});

/** Chip generations by key. */
export const generationsShape = mapOf('generation', generationShape, { most: 40 });
