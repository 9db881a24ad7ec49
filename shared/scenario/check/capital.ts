import { nearest } from '../nearest.ts';
import type { Finding } from '../problem-list.ts';
import type { Deal, Instrument, Scenario } from '../scenario.ts';
import type { Keyed, Value } from '../value.ts';
import type { Rule } from './rule.ts';
import { atKey, atValue, certainValue } from './rule.ts';

type Report = (finding: Finding) => void;

/** Checks instruments against the horizon, the capacity they wait for and the cash they look at. */
export const checkCapital: Rule = (scenario, report) => {
  for (const deal of scenario.deals) {
    for (const item of deal.value.capital) {
      checkInstrument(scenario, deal, item, report);
      checkParty(scenario, item, report);
    }
  }
};

function checkInstrument(
  scenario: Scenario,
  deal: Keyed<Deal>,
  item: Keyed<Instrument>,
  report: Report,
): void {
  const { kind, value } = item.value;
  const months = certainValue(scenario.horizon);
  switch (kind) {
    case 'paid-in':
      return;
    case 'dated':
      checkInside(value.on, months, report);
      return;
    case 'milestone':
      checkOrder(value['not-before'], value.until, report);
      if (value['waived-on'] !== null && certainValue(value.waived) === 0) {
        reportNoEffect(value['waived-on'], 'it is never waived; add waived: and a chance', report);
      }
      return;
    case 'facility':
      if (value.draw.kind === 'when-cash-below' && scenario.finances['opening-cash'] === null) {
        report({
          code: 'cash-unknown',
          ...atKey(value.draw.spot),
          message: `${value.draw.spot.path} looks at the customer's cash, which is unknown. Add opening-cash under finances.`,
          met: 'no opening-cash',
          expected: 'finances: { opening-cash: $20B }',
        });
      }
      reportNothingDelivered(deal, item, report);
      return;
    case 'warrant':
      reportNothingDelivered(deal, item, report);
      return;
  }
}

/** Any name is a party, so a name that is nearly a known one is probably that one misspelled. */
function checkParty(scenario: Scenario, { value: instrument }: Keyed<Instrument>, report: Report): void {
  const { from } = instrument.value;
  if (from === null) return;
  if (from.name === scenario.customer) {
    report({
      code: 'pays-itself',
      path: from.spot.path,
      place: from.spot.place,
      message: `${from.spot.path} is ${from.name}, the customer itself. Capital comes from another party.`,
      met: from.name,
      expected: 'another party than the customer',
    });
    return;
  }
  const known = scenario.deals.flatMap(({ key, value }) => [key, value.provider]);
  if (known.includes(from.name)) return;
  const meant = nearest(from.name, known);
  if (meant === null) return;
  report({
    code: 'new-party',
    severity: 'warning',
    path: from.spot.path,
    place: from.spot.place,
    message: `${from.spot.path}: "${from.name}" is a new party in the ledger. Did you mean "${meant}"?`,
    met: from.name,
    expected: known.join(', '),
    fix: { title: `Change to "${meant}"`, replacement: meant },
  });
}

function checkInside(on: Value, months: number, report: Report): void {
  const at = certainValue(on);
  if (at >= months) {
    report({
      code: 'beyond-horizon',
      severity: 'warning',
      ...atValue(on),
      message: `${on.path} is ${on.text}, after the end of the projection, so it is never paid here.`,
      met: on.text,
      expected: 'a date inside the horizon',
    });
  } else if (at < 0) {
    report({
      code: 'before-start',
      severity: 'info',
      ...atValue(on),
      message: `${on.path} is ${on.text}, before the start, so it counts as paid in before.`,
      met: on.text,
      expected: 'a date inside the horizon',
    });
  }
}

function checkOrder(from: Value | null, until: Value | null, report: Report): void {
  if (from === null || until === null || !(certainValue(from) > certainValue(until))) return;
  report({
    code: 'dates-out-of-order',
    ...atValue(until),
    message: `${until.path} (${until.text}) lies before not-before (${from.text}), so it can never be paid. Exchange the dates.`,
    met: until.text,
    expected: `a date after ${from.text}`,
  });
}

function reportNoEffect(value: Value, why: string, report: Report): void {
  report({
    code: 'no-effect',
    severity: 'warning',
    ...atValue(value),
    message: `${value.path} has no effect: ${why}.`,
    met: value.text,
    expected: 'fields that go together',
  });
}

function reportNothingDelivered(deal: Keyed<Deal>, item: Keyed<Instrument>, report: Report): void {
  if (deal.value.capacity.phases.length > 0 || deal.value.options.length > 0) return;
  report({
    code: 'no-capacity',
    severity: 'warning',
    ...atKey(item.spot),
    message: `${item.spot.path} grows as compute is delivered, but "${deal.key}" has no phases of capacity. Add phases under capacity.`,
    met: 'no phases',
    expected: 'at least one phase',
  });
}
