import type { Scenario } from '../scenario.ts';

/** Everyone the ledger knows, and how to find them. */
export interface Parties {
  readonly names: readonly string[];
  /** Index of a party by its name, or by the key of a deal for its provider. */
  readonly find: (name: string) => number;
}

const closing = ['Customers', 'Suppliers', 'Others'];

/** Lists the customer, the providers in the order of the deals, other investors, and the three outside parties last. */
export function partiesOf(scenario: Scenario): Parties {
  const providerOfDeal = new Map(scenario.deals.map(({ key, value }) => [key, value.provider]));
  const resolve = (name: string): string => providerOfDeal.get(name) ?? name;
  const investors = scenario.deals.flatMap((deal) =>
    deal.value.capital.flatMap((item) => {
      const from = item.value.value.from;
      return from === null ? [] : [resolve(from.name)];
    }),
  );
  const own = [scenario.customer, ...providerOfDeal.values(), ...investors];
  const names = [...new Set(own.filter((name) => !closing.includes(name))), ...closing];
  return {
    names,
    find: (name) => names.indexOf(resolve(name)),
  };
}
