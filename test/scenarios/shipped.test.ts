import { describe, expect, it } from 'vitest';
import { observationsOf } from '#shared/scenario/observations.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { findNode } from '#shared/scenario/text/find.ts';
import type { Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import { centralPath } from './central-path.ts';
import { compareGolden } from './golden.ts';
import { centralHeadlines, drawnHeadlines, drawnMeasures } from './headlines.ts';
import { catalogueIds, libraryFiles, readme, scenarioIds, sourceOf, textOf } from './library.ts';
import { simulated } from './simulated.ts';

const drawsOfTheTest = 1000;

/** A promise without power, where the power really is not public; the reader rightly remarks on it. */
const meantRemarks = new Set(['no-capacity']);

describe.each(scenarioIds)('%s', (id) => {
  const reading = readScenario(sourceOf(id));

  it('reads without errors and without warnings that are not meant', () => {
    const problems = reading.ok ? reading.value.problems : reading.error;
    const unmeant = problems.filter(({ severity, code }) => severity !== 'info' && !meantRemarks.has(code));
    expect(unmeant.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('says at its head what it shows, and that it is conditional and no forecast', () => {
    const header = /^(?:#.*\n)+/.exec(textOf(id))?.[0] ?? '';
    expect(header).toContain('Not a forecast.');
    expect(header.toLowerCase()).toMatch(/conditional on (the|its|these) assumptions/);
    expect(header.length).toBeGreaterThan(200);
    expect(textOf(id)).toMatch(/Conditional on the stated assumptions\./);
  });

  it('gives a source to every figure it states, or marks it as an assumption', () => {
    if (!reading.ok) throw new Error('it does not read');
    const isStructure = /^(horizon|simulation\.|correlations\.|assumptions\.|deals\.[^.]+\.(mix|options)\.)/;
    const isTemplate = id.startsWith('templates/');
    const bare = reading.value.scenario.inputs.filter(
      ({ origin, reference, provenance, path, place }) =>
        !isTemplate &&
        origin === 'written' &&
        place.file === id &&
        reference === null &&
        provenance.source === null &&
        !provenance.reported.some(({ source }) => source !== null) &&
        provenance.status !== 'assumption' &&
        provenance.basis !== 'assumption' &&
        !isStructure.test(path),
    );
    expect(bare.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });

  it('computes a central path whose figures are numbers', () => {
    const path = centralPath(sourceOf(id));
    for (const measure of ['capacity.online', 'spend.billed.cumulative', 'capital.cumulative']) {
      expect(path.value(measure, 'end'), measure).not.toBeNaN();
    }
  });

  it('gives the figures it gave before', { timeout: 120_000 }, () => {
    const source = sourceOf(id);
    const now = {
      central: centralHeadlines(centralPath(source)),
      draws: drawnHeadlines(simulated(source, drawsOfTheTest, drawnMeasures)),
    };
    expect(compareGolden(id, now)).toEqual([]);
  });
});

describe('the library as a whole', () => {
  const trees = new Map(Object.entries(libraryFiles).map(([id, text]) => [id, parseText(id, text).tree]));

  function entriesUnder(id: string, key: string): readonly { readonly key: string; readonly value: Node }[] {
    const tree = trees.get(id);
    const node = tree ? findNode(tree, key)?.node : undefined;
    return node?.kind === 'map' ? node.entries : [];
  }

  function wordsAt(node: Node, key: string): string {
    const found = findNode(node, key)?.node;
    return found?.kind === 'scalar' ? found.text : '';
  }

  it('lists every file in its README', () => {
    expect(Object.keys(libraryFiles).filter((id) => !readme.includes(`| \`${id}\` |`))).toEqual([]);
  });

  it('takes what was observed from the table beside the scenarios, every line of it', () => {
    const reading = readScenario(sourceOf('held-against-actuals.scenario.yaml'));
    if (!reading.ok) throw new Error('it does not read');
    const [, ...lines] = textOf('actuals/anthropic-public.csv').trim().split('\n');
    const observed = observationsOf(reading.value.scenario);
    expect(observed.map(({ measure }) => measure)).toEqual(lines.map((line) => line.split(',')[1]));
    expect(observed.length).toBeGreaterThan(1);
  });

  it('means the same document by the same source key everywhere', () => {
    const documents = new Map<string, Set<string>>();
    for (const id of trees.keys()) {
      for (const { key, value } of entriesUnder(id, 'sources')) {
        const document = ['title', 'url', 'date'].map((part) => wordsAt(value, part)).join(' | ');
        documents.set(key, (documents.get(key) ?? new Set()).add(document));
      }
    }
    expect([...documents].filter(([, meanings]) => meanings.size > 1).map(([key]) => key)).toEqual([]);
  });

  it('states each of the 22 unknowns of the datasheet as an assumption with a meaning and a range', () => {
    const stated = ['amazon-anthropic.scenario.yaml', 'catalogue/chips.yaml'].flatMap((id) =>
      entriesUnder(id, 'assumptions').flatMap(({ key, value }) => {
        const unknown = /^Unknown (\d+):/.exec(wordsAt(value, 'meaning'))?.[1];
        return unknown === undefined
          ? []
          : [{ key, unknown: Number(unknown), text: wordsAt(value, 'value') }];
      }),
    );
    const numbers = new Set(stated.map(({ unknown }) => unknown));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
    const isRange = /^(?:pert|uniform|triangular|oneof|chance)\(|\bto\b/;
    expect(stated.filter(({ text }) => !isRange.test(text))).toEqual([]);
  });

  it('correlates by the middle of the ranges it states for the correlations', () => {
    const reading = readScenario(sourceOf('amazon-anthropic.scenario.yaml'));
    if (!reading.ok) throw new Error('the base deal does not read');
    const used = reading.value.scenario.correlations.map(([, , rank]) =>
      rank.distribution.kind === 'constant' ? Math.abs(rank.distribution.value) : Number.NaN,
    );
    const stated = ['delay-and-price', 'demand-and-price'].map((key) => {
      const value = entriesUnder('amazon-anthropic.scenario.yaml', 'assumptions').find(
        (entry) => entry.key === key,
      );
      const text = value === undefined ? '' : wordsAt(value.value, 'value');
      const [low = Number.NaN, high = Number.NaN] = [...text.matchAll(/[\d.]+/g)].map(Number);
      return (low + high) / 2;
    });
    expect(used).toEqual(stated);
  });

  it('gives every figure of a catalogue a source or marks it as an assumption, and says what it means', () => {
    for (const id of catalogueIds) {
      const sources = new Set(entriesUnder(id, 'sources').map(({ key }) => key));
      for (const { key, value } of entriesUnder(id, 'assumptions')) {
        const isAssumed =
          wordsAt(value, 'status') === 'assumption' || wordsAt(value, 'basis') === 'assumption';
        expect(wordsAt(value, 'meaning'), `${id}: ${key}`).not.toBe('');
        expect(isAssumed || sources.has(wordsAt(value, 'source')), `${id}: ${key}`).toBe(true);
      }
    }
  });
});
