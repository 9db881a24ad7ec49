import { dealsShape } from './deal.ts';
import {
  certain,
  dated,
  defaulted,
  formula,
  listOf,
  literal,
  mapForm,
  mapOf,
  month,
  needed,
  optional,
  plain,
  record,
  reference,
  section,
  sourced,
  text,
  tuple,
  variant,
  whole,
} from './field.ts';
import { financesShape } from './finances.ts';
import { generationsShape } from './generation.ts';
import { simulationShape } from './simulation.ts';
import { sourcesShape } from './sources.ts';

const assumptionShape = variant({
  plain: plain(literal, 'The quantity alone.'),
  detailed: mapForm(
    sourced({
      value: needed(literal, 'The quantity, with its unit.', '0 to 9 months'),
      meaning: optional(text(), 'What is not known, in a sentence.', 'Delay common to all sites'),
      'used-in': optional(listOf(text()), 'Where it matters, for the reader.', '[capacity]'),
    }),
    'With its meaning and where it comes from.',
  ),
});

const measureShape = variant({
  formula: plain(formula('number'), 'A formula over measures.'),
  detailed: mapForm(
    record({
      formula: needed(formula('number'), 'A formula over measures.', 'spend.billed / capacity.online'),
      unit: optional(
        text('a unit'),
        'Unit to show; checked against the formula.',
        'USD/MW',
        'the unit of the formula',
      ),
      label: optional(text(), 'Name for people.', 'Spend per MW', 'the key'),
    }),
    'With a unit and a label.',
  ),
});

/** The whole table: the top level of a scenario file, in the order of the canonical file. */
export const scenarioShape = record({
  offtake: needed(whole(0, 1_000_000), 'Version of the format.', '1'),
  title: needed(text('a title'), 'What the scenario is called.', 'Amazon and Anthropic, April 2026'),
  description: optional(text(), 'What it is meant to show.', 'The deal as announced'),
  extends: optional(text('a file name'), 'A file beside this one that it builds on.', 'base.scenario.yaml'),
  use: optional(
    listOf(text('a file name')),
    'Files of sources, generations and assumptions to use.',
    '[ catalogue/chips.yaml ]',
  ),
  customer: needed(text('a name'), 'The AI lab that buys the compute.', 'Anthropic'),
  currency: defaulted(text('a currency code'), 'USD', 'Currency of all money, nominal.'),
  start: needed(month, 'First month of the projection.', '2026-04'),
  horizon: needed(certain('duration', { min: 1, max: 360 }), 'How far the projection runs.', '12 years'),
  'fiscal-year-start': defaulted(whole(1, 12), '1', 'Month in which fiscal years begin.'),
  seed: defaulted(
    whole(0, 4_294_967_295),
    '1',
    'Names the set of draws; the same seed gives the same numbers.',
    '7',
  ),
  simulation: section(simulationShape, 'How draws are made.', '{ draws: 10000, sampling: sobol }'),
  sources: section(
    sourcesShape,
    'Documents that figures are taken from.',
    '{ aws-10q: { title: Form 10-Q } }',
  ),
  generations: section(generationsShape, 'Chip generations.', '{ trainium2: { available: 2024-12 } }'),
  deals: section(
    dealsShape,
    'Deals between the customer and its providers.',
    '{ aws: { provider: Amazon } }',
  ),
  finances: section(financesShape, "The customer's own finances.", '{ opening-cash: $20B }'),
  assumptions: section(
    mapOf('assumption', assumptionShape),
    'Unknowns stated once and used as `=KEY`.',
    '{ slip: 0 to 9 months }',
  ),
  correlations: section(
    listOf(
      tuple(
        ['first input', 'second input', 'rank correlation'],
        [reference('input'), reference('input'), certain('number', { min: -1, max: 1 })],
      ),
    ),
    'Uncertain inputs that move together: two paths and their rank correlation.',
    '[ [ deals.aws.capacity.slip, generations.trainium3.price.decline, 0.3 ] ]',
  ),
  measures: section(
    mapOf('measure', measureShape, { keys: 'measure' }),
    'New series from existing ones.',
    '{ spend-per-mw: spend.billed / capacity.online }',
  ),
  checks: section(
    mapOf('check', formula('condition'), { keys: 'sentence', mayBeList: true }),
    'Conditions that should hold on every draw.',
    '{ cash stays positive: customer.cash >= $0 }',
  ),
  actuals: section(
    mapOf('measure', dated(literal), { keys: 'measure', mayBeFile: true }),
    'Observations by measure and date, drawn over the fan; or a CSV file with the columns date, measure and value.',
    '{ aws.spend.billed: { 2026-06: $1.2B } }',
  ),
});
