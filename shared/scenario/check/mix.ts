import { generationsIn, oldestOf } from '../compile/generations-in.ts';
import type { Finding } from '../problem-list.ts';
import type { Deal, Mix, Scenario } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import type { Rule } from './rule.ts';
import { atKey, certainValue } from './rule.ts';

type Report = (finding: Finding) => void;

/** Shares may miss 100 % by this much, for rounding. */
const tolerance = 0.005;

/** Checks that power is filled: shares sum up, successions have a beginning, and chips exist when power arrives. */
export const checkMix: Rule = (scenario, report) => {
  for (const deal of scenario.deals) {
    const { mix, capacity } = deal.value;
    if (mix === null) {
      if (capacity.phases.length > 0 && scenario.generations.length !== 1) reportNoMix(deal, report);
      continue;
    }
    if (mix.kind === 'schedule') checkSchedule(mix, report);
    if (mix.kind === 'succession') checkSuccession(scenario, mix, report);
    if (mix.kind === 'choice') checkChoice(mix, report);
    checkAvailability(scenario, deal, mix, report);
  }
};

function reportNoMix({ key, value, spot }: Keyed<Deal>, report: Report): void {
  report({
    code: 'no-mix',
    severity: 'warning',
    path: `${spot.path}.mix`,
    place: spot.keyPlace,
    message: `${value.spot.path} brings power online but does not say with which chips, so "${key}" computes and bills nothing. Add mix: with a generation.`,
    met: 'no mix',
    expected: 'mix: and the name of a generation',
  });
}

function checkSchedule(mix: Extract<Mix, { kind: 'schedule' }>, report: Report): void {
  for (const row of mix.value) {
    const sum = row.value.reduce((total, { value }) => total + certainValue(value), 0);
    if (!(Math.abs(sum - 1) > tolerance)) continue;
    report({
      code: 'shares-do-not-sum',
      severity: sum > 0 ? 'warning' : 'error',
      ...atKey(row.spot),
      message: `${row.spot.path}: the shares sum to ${percent(sum)}, not 100 %. They are scaled to 100 %; correct them to be sure of what is meant.`,
      met: percent(sum),
      expected: '100 %',
    });
  }
}

function checkSuccession(
  scenario: Scenario,
  mix: Extract<Mix, { kind: 'succession' }>,
  report: Report,
): void {
  for (const { key, spot, value } of mix.value) {
    if ((key === 'first') === (value.kind === 'oldest')) continue;
    report({
      code: 'wrong-form',
      ...atKey(spot),
      message:
        key === 'first'
          ? `${spot.path} must be the name of the oldest generation.`
          : `${spot.path} must say how it takes over, such as { midpoint: 2027-03, takeover: 12 months }.`,
      met: key === 'first' ? 'a map' : 'a plain value',
      expected: key === 'first' ? 'the name of a generation' : '{ midpoint: 2027-03, takeover: 12 months }',
    });
  }
  if (oldestOf(scenario, mix) === null) {
    report({
      code: 'no-first-generation',
      ...atKey(mix.spot),
      message: `${mix.spot.path} does not say which generation it begins with. Add first: and its name.`,
      met: 'no "first"',
      expected: 'first: and the name of a generation',
    });
  }
  const first = mix.value.find(({ key }) => key === 'first')?.value;
  const twin = first?.kind === 'oldest' ? mix.value.find(({ key }) => key === first.value.name) : undefined;
  if (twin) {
    report({
      code: 'same-generation-twice',
      ...atKey(twin.spot),
      message: `${twin.spot.path}: "${twin.key}" is the oldest generation already, so it cannot take over. Remove it here, or name another one under first.`,
      met: twin.key,
      expected: 'each generation once',
    });
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const { key, spot, value } of mix.value) {
    const at =
      value.kind === 'logistic'
        ? certainValue(value.value.midpoint)
        : value.kind === 'bass'
          ? certainValue(value.value.launch)
          : Number.NaN;
    if (at < last) {
      report({
        code: 'out-of-order',
        severity: 'warning',
        ...atKey(spot),
        message: `${spot.path}: "${key}" takes over before the generation listed above it. List them from the oldest to the newest.`,
        met: key,
        expected: 'the oldest first',
      });
    }
    if (at > last) last = at;
  }
}

function checkChoice({ value }: Extract<Mix, { kind: 'choice' }>, report: Report): void {
  const names = value.among.map(({ name }) => name);
  const twin = value.among.find(({ name }, i) => names.indexOf(name) !== i);
  if (!twin && names.length > 0) return;
  report({
    code: twin ? 'same-generation-twice' : 'no-generation',
    path: twin?.spot.path ?? `${value.spot.path}.among`,
    place: twin?.spot.place ?? value.spot.keyPlace,
    message: twin
      ? `${twin.spot.path}: "${twin.name}" is listed twice. Keep it once.`
      : `${value.spot.path}.among lists no generations. Name at least one.`,
    met: twin?.name ?? 'nothing',
    expected: 'each generation once',
  });
}

function checkAvailability(scenario: Scenario, deal: Keyed<Deal>, mix: Mix, report: Report): void {
  const names = new Set(generationsIn(scenario, mix));
  const own = scenario.generations.filter(({ key }) => names.has(key));
  const phases = deal.value.capacity.phases;
  if (own.length === 0 || phases.length === 0) return;
  const available = Math.min(...own.map(({ value }) => earliest(certainValue(value.available))));
  const first = Math.min(...phases.map(({ value }) => latest(certainValue(value.energise))));
  if (!(available > first + 1)) return;
  report({
    code: 'no-chip-available',
    severity: 'warning',
    ...atKey(mix.spot),
    message: `${mix.spot.path}: power comes online ${Math.ceil(available - first)} months before any generation of the mix is available, so it waits empty. Add an older generation, or correct the dates.`,
    met: own.map(({ key }) => key).join(', '),
    expected: 'a generation available when the first phase comes online',
  });
}

/** A date that is uncertain might be at any time, so it never counts as too late. */
function earliest(at: number): number {
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
}

function latest(at: number): number {
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}
