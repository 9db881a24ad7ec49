import { describe, expect, it } from 'vitest';
import { copyAcross } from '#shared/scenario/compare/copy-across.ts';
import type { ReadSide } from '#shared/scenario/compare/read-side.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { differencesOf, shippedSide, sideOfText } from '../../../support/compared.ts';
import { shippedFiles } from '../../../support/shipped.ts';

const source = (name: string): ScenarioSource => {
  const id = `${name}.scenario.yaml`;
  return { id, text: shippedFiles[id] ?? '', files: shippedFiles };
};

/** Copies difference after difference; gives the text at the end and those that could not be copied. */
function copyAll(
  base: ReadSide,
  to: ScenarioSource,
): { readonly text: string; readonly refused: readonly string[] } {
  let { text } = to;
  const refused: string[] = [];
  for (const difference of differencesOf(base, sideOfText(to.text, to.id))) {
    const copied = copyAcross(difference, 'to-other', base, { ...to, text });
    if (copied.ok) text = copied.value;
    else refused.push(`${difference.id}: ${copied.error}`);
  }
  return { text, refused };
}

describe('copying a value across', () => {
  it.each([
    'slip-12-months',
    'no-options',
    '3-gw',
    'floor-110',
    'builder',
    'skeptic',
    'futurist',
    'circular-20-to-1',
    'option-early-access',
  ])('leaves no difference to the base in %s when all are copied', (name) => {
    const base = shippedSide('amazon-anthropic');
    const { text, refused } = copyAll(base, source(name));
    expect(refused).toEqual([]);
    expect(differencesOf(base, sideOfText(text, `${name}.scenario.yaml`))).toEqual([]);
  });

  it('changes the one place only, and keeps comments and layout around it', () => {
    const base = shippedSide('amazon-anthropic');
    const to = source('skeptic');
    const differences = differencesOf(base, shippedSide('skeptic'));
    const growth = differences.find(({ id }) => id === 'assumptions.growth');
    if (!growth) throw new Error('the skeptic changes growth');
    const copied = copyAcross(growth, 'to-other', base, to);
    if (!copied.ok) throw new Error(copied.error);
    const left = differencesOf(base, sideOfText(copied.value, to.id)).map(({ id }) => id);
    expect(left).toEqual(differences.map(({ id }) => id).filter((id) => id !== 'assumptions.growth'));
    const comments = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
    expect(comments(copied.value)).toEqual(comments(to.text));
  });

  it('works the other way round, with the source of the figure', () => {
    const other = shippedSide('floor-110');
    const base = source('amazon-anthropic');
    const [amount] = differencesOf(shippedSide('amazon-anthropic'), other);
    if (!amount) throw new Error('the floor differs');
    const copied = copyAcross(amount, 'to-base', other, base);
    if (!copied.ok) throw new Error(copied.error);
    const read = sideOfText(copied.value, base.id);
    const value = read.scenario.inputs.find(({ path }) => path === 'deals.aws.commitment.amount');
    expect([value?.text, value?.provenance.source]).toEqual(['$110B', 'reuters-518']);
  });

  it('says in words why something cannot be copied', () => {
    const base = shippedSide('amazon-anthropic');
    const small = `offtake: 1
title: Without the assumption
customer: Anthropic
start: 2026-04
horizon: 12 years
use: [ catalogue/chips.yaml ]
deals: { aws: { provider: Amazon, capacity: { slip: 3 months, phases: { one: { power: 1 GW, energise: 2026-06 } } }, mix: trainium2 } }
`;
    const other = sideOfText(small, 'small.scenario.yaml');
    const slip = differencesOf(base, other).find(({ id }) => id === 'deals.aws.capacity.slip');
    if (!slip) throw new Error('the slip differs');
    const to = { id: 'small.scenario.yaml', text: small, files: shippedFiles };
    expect(copyAcross(slip, 'to-other', base, to)).toMatchObject({
      ok: false,
      error: expect.stringContaining('slip'),
    });
  });
});
