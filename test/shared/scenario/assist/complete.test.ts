import { describe, expect, it } from 'vitest';
import { complete } from '#shared/scenario/assist/complete.ts';
import { scanText } from '#shared/scenario/assist/scan-text.ts';
import { keysInside, shapeAt } from '#shared/scenario/assist/shape-at.ts';
import { mutateText, randomWith } from '../../../support/mutate-text.ts';
import { completeText, shippedFiles } from '../../../support/shipped.ts';

/** Completes at the bar in a text. */
function at(text: string, files: Readonly<Record<string, string>> = {}) {
  const offset = text.indexOf('|');
  return complete({ id: 'x.scenario.yaml', text: text.replace('|', ''), files }, offset);
}

function labels(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return at(text, files).map(({ label }) => label);
}

const head =
  'sources: { filing: { title: x } }\nassumptions: { delay: 3 months }\ngenerations: { a: {}, b: {} }\n';

describe('completion of keys', () => {
  it('proposes needed fields first', () => {
    expect(labels('deals:\n  aws:\n    |')[0]).toBe('provider');
  });

  it('leaves out what is written already', () => {
    expect(labels('title: x\n|')).not.toContain('title');
    expect(labels('deals: { aws: { provider: x, | } }')).not.toContain('provider');
  });

  it('knows the map by the column of the line, above and below other lines', () => {
    expect(labels('deals:\n  aws:\n    capacity:\n      pue: 1.2\n      |\n')).toContain('ceiling');
    expect(labels('deals:\n  aws:\n    capacity:\n      pue: 1.2\n    |\n')).toContain('commitment');
    expect(labels('deals:\n  aws:\n    capacity:\n      pue: 1.2\n|\n')).toContain('finances');
  });

  it('follows the form of an instrument once a key tells it', () => {
    const facility = labels('deals:\n  aws:\n    capital:\n      f: { available: {}, | }');
    expect(facility).toContain('participation');
    expect(facility).not.toContain('strike');
  });

  it('proposes generations where a key names one', () => {
    expect(labels(`${head}deals: { aws: { mix: { succession: { | } } } }`)).toEqual(['first', 'a', 'b']);
  });

  it('proposes in a variant what the base has', () => {
    const files = {
      'base.scenario.yaml': 'deals:\n  aws:\n    capacity: { phases: { rainier: { power: 1 GW } } }\n',
    };
    const text = 'extends: base.scenario.yaml\ndeals:\n  aws:\n    capacity:\n      phases:\n        |';
    expect(labels(text, files)).toEqual(['rainier']);
  });

  it('proposes every field of the table where it stands, once its key is taken away', () => {
    for (const { path, keyFrom, keyTo } of scanText(completeText)) {
      const key = path.at(-1) ?? '';
      const parent = shapeAt(path.slice(0, -1), keysInside(scanText(completeText)));
      if (parent?.shape.kind !== 'record' || keyTo === keyFrom) continue;
      const text = `${completeText.slice(0, keyFrom)}|${completeText.slice(keyTo)}`;
      expect(labels(text), path.join('.')).toContain(key);
    }
  });
});

describe('completion of values', () => {
  it('proposes units after a number, written as they are written', () => {
    expect(labels('deals: { aws: { capacity: { ceiling: 5 | } } }')).toEqual(['GW', 'MW', 'kW']);
    expect(labels('generations: { a: { price: { list: 2| } } }')).toEqual(['$2/chip-hour']);
    expect(labels('deals: { aws: { commitment: { amount: 100| } } }')).toContain('$100B');
  });

  it('proposes words, sources, generations and assumptions', () => {
    expect(labels('simulation: { sampling: | }')).toEqual(['sobol', 'latin-hypercube', 'plain']);
    expect(labels(`${head}deals: { aws: { capital: { t: { amount: $1B, source: | } } } }`)).toEqual([
      'filing',
    ]);
    expect(labels(`${head}deals: { aws: { mix: | } }`)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(labels(`${head}deals: { aws: { capacity: { slip: =| } } }`)).toContain('=delay');
  });

  it('proposes measures of this scenario in formulas', () => {
    const found = labels('generations: { a: {} }\ndeals: { aws: {} }\nchecks:\n  c: |');
    expect(found).toEqual(
      expect.arrayContaining(['aws.capacity.online', 'fleet.power.a', 'spend.billed.cumulative']),
    );
  });

  it('proposes no second value behind one that stands there, but its unit', () => {
    expect(labels('seed: |')).toContain('1');
    for (const text of ['seed: 5 |', 'title: Mine |', `${head}deals: { aws: { source: filing | } }`]) {
      expect(labels(text)).toEqual([]);
    }
    expect(labels('deals:\n  aws:\n    commitment:\n      settle: annual |')).toEqual([]);
    expect(labels('deals:\n  aws:\n    capacity:\n      ceiling: 5 |')).toContain('GW');
  });

  it('is silent in comments', () => {
    expect(labels('title: x # |')).toEqual([]);
  });
});

describe('completion anywhere', () => {
  it('does not fail at any offset of a text', () => {
    const source = { id: 'x.scenario.yaml', text: completeText, files: {} };
    for (let offset = 0; offset <= completeText.length; offset += 7) complete(source, offset);
  });

  it('does not fail in damaged texts, and replaces a range around the cursor', () => {
    const random = randomWith(11);
    for (let i = 0; i < 200; i++) {
      const text = mutateText(completeText, random);
      const offset = Math.floor(random() * (text.length + 1));
      for (const { from, to } of complete({ id: 'x.scenario.yaml', text, files: shippedFiles }, offset)) {
        expect(from).toBeLessThanOrEqual(offset);
        expect(to).toBeGreaterThanOrEqual(offset);
      }
    }
  });
});
