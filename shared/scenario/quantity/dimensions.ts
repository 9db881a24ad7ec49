import type { Dimension } from './quantity.ts';
import type { Parts, Unit } from './unit.ts';
import { combineUnits, isSameKind, noUnit, unitOf } from './unit.ts';
import { findUnit } from './units.ts';

/** How a dimension is spoken of, and the fixed unit in which the plan holds it. */
export interface DimensionFacts {
  readonly dimension: Dimension;
  /** Words for messages: "expected power". */
  readonly words: string;
  readonly example: string;
  /** Units offered by completion, the most usual first. */
  readonly units: readonly string[];
  readonly fixed: Unit;
}

const usd = unitOf('USD');
const megawatt = unitOf('MW');
const month = unitOf('month');
const chip = unitOf('chip');
const year = findUnit('year') ?? month;
const hour = findUnit('hour') ?? month;
const gigawatt = findUnit('GW') ?? megawatt;
const watt = findUnit('W') ?? megawatt;
const megawattHour = findUnit('MWh') ?? combineUnits(megawatt, hour);

/** A point in time is measured from the start of the scenario and is no duration. */
const instant = unitOf('date');

function per(a: Unit, ...others: readonly Unit[]): Unit {
  return others.reduce((unit, other) => combineUnits(unit, other, -1), a);
}

const table: Readonly<Record<Dimension, Omit<DimensionFacts, 'dimension'>>> = {
  money: { words: 'an amount of money', example: '$8B', units: ['$', 'k', 'M', 'B', 'T'], fixed: usd },
  power: { words: 'power', example: '2.5 GW', units: ['GW', 'MW', 'kW'], fixed: megawatt },
  'chip-power': { words: 'power of one chip', example: '871 W', units: ['W', 'kW'], fixed: watt },
  duration: {
    words: 'a length of time',
    example: '18 months',
    units: ['months', 'years', 'quarters', 'weeks', 'days'],
    fixed: month,
  },
  date: { words: 'a date', example: '2026-04', units: [], fixed: instant },
  share: { words: 'a share', example: '35 %', units: ['%'], fixed: noUnit },
  'rate-per-year': {
    words: 'a rate per year',
    example: '12 %/year',
    units: ['%/year', '%/month'],
    fixed: per(noUnit, year),
  },
  multiple: { words: 'a multiple', example: '1.2x', units: ['x'], fixed: noUnit },
  number: { words: 'a number', example: '1.15', units: [], fixed: noUnit },
  compute: {
    words: 'computing speed',
    example: '1299 TFLOP/s',
    units: ['TFLOP/s', 'PFLOP/s', 'EFLOP/s', 'GFLOP/s', 'ZFLOP/s'],
    fixed: unitOf('FLOP/s'),
  },
  chips: {
    words: 'a number of chips',
    example: '500k chips',
    units: ['chips', 'k chips', 'M chips'],
    fixed: chip,
  },
  shares: {
    words: 'a number of shares',
    example: '160M shares',
    units: ['shares', 'M shares'],
    fixed: unitOf('share'),
  },
  'money-per-chip-hour': {
    words: 'a price per chip-hour',
    example: '$2.235/chip-hour',
    units: ['/chip-hour'],
    fixed: per(usd, chip, hour),
  },
  'money-per-year': {
    words: 'money per year',
    example: '$30B/year',
    units: ['/year', '/month'],
    fixed: per(usd, year),
  },
  'money-per-power': {
    words: 'money per power',
    example: '$35B/GW',
    units: ['/GW', '/MW', '/kW'],
    fixed: per(usd, megawatt),
  },
  'money-per-chip': {
    words: 'money per chip',
    example: '$400/chip',
    units: ['/chip'],
    fixed: per(usd, chip),
  },
  'money-per-share': {
    words: 'a price per share',
    example: '$0.01/share',
    units: ['/share'],
    fixed: per(usd, unitOf('share')),
  },
  'money-per-power-year': {
    words: 'money per power and year',
    example: '$12B/GW-year',
    units: ['/GW-year', '/kW-month', '/MW-year'],
    fixed: per(usd, gigawatt, year),
  },
  energy: { words: 'energy', example: '500 GWh', units: ['GWh', 'MWh', 'TWh'], fixed: megawattHour },
  'compute-per-money': {
    words: 'computing speed per dollar',
    example: '500 GFLOP/s/$',
    units: ['GFLOP/s/$', 'TFLOP/s/$'],
    fixed: per(unitOf('FLOP/s'), usd),
  },
  probability: { words: 'a probability', example: '30 %', units: ['%'], fixed: noUnit },
};

/** Tells the words, an example, the usual units and the fixed unit of a dimension. */
export function describeDimension(dimension: Dimension): DimensionFacts {
  return { dimension, ...table[dimension] };
}

/** Every dimension, in the order of the reference page. */
export const dimensions = Object.keys(table) as readonly Dimension[];

/** Says in words what is made of these parts: "power", or "USD/MW²" where no word exists. */
export function wordsForParts(parts: Parts): string {
  if (isSameKind(parts, noUnit.parts)) return 'a plain number';
  const match = dimensions.find((dimension) => isSameKind(table[dimension].fixed.parts, parts));
  return match === undefined ? spellParts(parts) : match === 'chip-power' ? 'power' : table[match].words;
}

/** Spells a unit out of its parts, in basic units: `USD/MW`, `FLOP/s/USD`. */
export function spellParts(parts: Parts): string {
  const over: string[] = [];
  const under: string[] = [];
  for (const [part, exponent] of Object.entries(parts)) {
    const word = Math.abs(exponent) === 1 ? part : `${part}^${Math.abs(exponent)}`;
    (exponent > 0 ? over : under).push(word);
  }
  const top = over.length === 0 ? '1' : over.join('·');
  return [top, ...under].join('/');
}
