import type { NamedMeasure } from '../formula/expand-measures.ts';
import { expandMeasures } from '../formula/expand-measures.ts';
import type { ScenarioSource } from '../source.ts';
import type { Place } from '../text/node.ts';
import type { Scanned } from './scan-text.ts';
import { scanText } from './scan-text.ts';
import type { KeysInside } from './shape-at.ts';
import { keysInside } from './shape-at.ts';

/** What a text and the files it builds on define, found without parsing them. */
export interface Names {
  /** Keys directly inside a path, of all files together. */
  readonly inside: KeysInside;
  /** The same of the text itself alone. */
  readonly ownInside: KeysInside;
  /** The place of the key at a path: in the text itself, else in a file it builds on. */
  readonly placeOf: (path: readonly string[]) => Place | null;
  /** The place of the key at a path in a file that the text builds on. */
  readonly placeInBase: (path: readonly string[]) => Place | null;
  readonly measures: () => readonly NamedMeasure[];
  /** Paths of everything that has a value, for correlations. */
  readonly paths: () => readonly string[];
}

/** Gathers the names of a source; `own` is the text itself as scanned. */
export function namesOf(source: ScenarioSource, own: readonly Scanned[]): Names {
  const layers = [
    { file: source.id, scanned: own },
    ...Object.entries(source.files)
      .filter(([file]) => file !== source.id)
      .map(([file, text]) => ({ file, scanned: scanText(text) })),
  ];
  const lookUps = layers.map(({ scanned }) => keysInside(scanned));
  const inside: KeysInside = (path) => [...new Set(lookUps.flatMap((keys) => keys(path)))];
  return {
    inside,
    ownInside: lookUps[0] ?? inside,
    placeOf: (path) => placeIn(layers, path),
    placeInBase: (path) => placeIn(layers.slice(1), path),
    measures: () => measuresIn(inside),
    paths: () => [...new Set(layers.flatMap(({ scanned }) => scanned.map(({ path }) => path.join('.'))))],
  };
}

function placeIn(
  layers: readonly { readonly file: string; readonly scanned: readonly Scanned[] }[],
  path: readonly string[],
): Place | null {
  const wanted = path.join('\n');
  for (const { file, scanned } of layers) {
    const found = scanned.find((entry) => entry.path.join('\n') === wanted);
    if (found) return { file, from: found.keyFrom, to: found.keyTo };
  }
  return null;
}

function measuresIn(inside: KeysInside): readonly NamedMeasure[] {
  const generations = inside(['generations']);
  const own = inside(['measures']).map((id) => ({
    id,
    unit: '',
    label: id,
    meaning: 'Defined in this scenario.',
  }));
  const model = expandMeasures({
    generations,
    deals: inside(['deals']).map((key) => {
      const capital = inside(['deals', key, 'capital']);
      const rounds = capital.flatMap((name) => inside(['deals', key, 'capital', name, 'participation']));
      return {
        key,
        generation: generations,
        phase: inside(['deals', key, 'capacity', 'phases']),
        option: inside(['deals', key, 'options']),
        instrument: [...capital, ...rounds],
        facility: capital.filter((name) => inside(['deals', key, 'capital', name]).includes('available')),
      };
    }),
  });
  return [...own, ...model];
}
