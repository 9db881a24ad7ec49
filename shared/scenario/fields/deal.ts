import { capacityShape } from './capacity.ts';
import { capitalShape } from './capital.ts';
import { commitmentShape } from './commitment.ts';
import { economicsShape } from './economics.ts';
import {
  choice,
  date,
  defaulted,
  mapForm,
  mapOf,
  needed,
  optional,
  plain,
  section,
  share,
  sourced,
  text,
  variant,
} from './field.ts';
import { mixShape } from './mix.ts';
import { optionsShape } from './options.ts';

const serviceShape = variant({
  share: plain(share, 'Share on top of accelerator spend.'),
  detailed: mapForm(
    sourced({
      share: needed(share, 'Share on top of accelerator spend.', '8 %'),
      eligible: defaulted(share, '100 %', 'How much of it counts towards the commitment.', '50 %'),
    }),
    'With the part that counts towards the commitment.',
  ),
});

/** Fields of one deal between the customer and a provider. */
export const dealShape = sourced({
  title: optional(text(), 'Name for people.', 'AWS and Trainium'),
  provider: needed(text('a name'), 'The cloud or chip owner.', 'Amazon Web Services'),
  signed: optional(
    date,
    'When it was signed; contracted power counts from here.',
    '2026-04',
    'the start of the scenario',
  ),
  capital: section(
    capitalShape,
    'Instruments by which money or rights reach the customer.',
    '{ series-g: { amount: $5B, on: 2026-04 } }',
  ),
  commitment: optional(
    commitmentShape,
    "The customer's promise to spend.",
    '{ amount: $100B, term: 10 years }',
    'none',
  ),
  capacity: section(capacityShape, 'Phases of power and the rules they share.', '{ ceiling: 5 GW }'),
  mix: optional(
    mixShape,
    'How new power is filled with chip generations.',
    'trainium2',
    'the only generation, where there is one',
  ),
  billing: defaulted(
    choice({ reserved: 'All online chips are billed.', 'on-demand': 'Only the used share is billed.' }),
    'reserved',
    'What is billed.',
  ),
  workload: section(
    sourced({
      training: defaulted(share, '50 %', 'Share of the work that is training; the rest is inference.'),
    }),
    'What the chips work on.',
    '{ training: 50 % }',
  ),
  discount: defaulted(share, '0 %', "Further discount of this deal on every generation's price.", '10 %'),
  services: section(
    mapOf('service', serviceShape),
    'Other services as a share on top of accelerator spend.',
    '{ storage: 5 % }',
  ),
  options: section(
    optionsShape,
    'Rights to buy later generations.',
    '{ trainium5: { power: 1 GW, window: 2029-01 to 2029-12 } }',
  ),
  economics: section(economicsShape, "The provider's side of the deal.", '{ capex: $38B/GW }'),
});

/** Deals by key. */
export const dealsShape = mapOf('deal', dealShape, { most: 50 });
