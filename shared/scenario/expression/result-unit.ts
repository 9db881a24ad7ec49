import { spellParts } from '../quantity/dimensions.ts';
import { parseUnit } from '../quantity/parse-unit.ts';
import type { Unit } from '../quantity/unit.ts';
import { isSameKind, unitOf } from '../quantity/unit.ts';
import { basicUnit } from './literal.ts';
import { instant } from './measure-unit.ts';

/** Units in which results are stated, as the catalogue of measures spells them. */
const spelled = [
  '1',
  'USD',
  'MW',
  'MWh',
  'months',
  'chips',
  'shares',
  'FLOP/s',
  'USD/year',
  'USD/MW',
  'USD/GW-year',
  'USD/chip',
  'USD/chip-hour',
  'USD/share',
  'FLOP/s/USD',
  '1/year',
] as const;

const stated = spelled.map((label) => ({ label, unit: parseUnit(label) ?? unitOf(label) }));

/**
 * Chooses the unit in which a result is stated, and its label: the usual one of its kind (`MWh`, `USD/GW-year`), or basic
 * units spelled out (`USD/chips^2`).
 */
export function resultUnit(unit: Unit): { readonly unit: Unit; readonly label: string } {
  if (isSameKind(unit.parts, instant.parts)) return { unit: instant, label: 'month' };
  const usual = stated.find((known) => isSameKind(known.unit.parts, unit.parts));
  return usual ?? { unit: basicUnit(unit), label: spellParts(unit.parts) };
}
