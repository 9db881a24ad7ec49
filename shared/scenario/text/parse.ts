import type { Problem } from '../problem.ts';
import { deceptiveCharacters } from './deceptive.ts';
import { textLimits } from './limits.ts';
import type { LineIndex } from './line-index.ts';
import { indexLines } from './line-index.ts';
import type { MapNode } from './node.ts';
import type { PlainProblem } from './problem-at.ts';
import { problemAt } from './problem-at.ts';
import { readSections } from './read-sections.ts';
import { readYaml } from './read-yaml.ts';
import { recent } from './recent.ts';
import { refuseUnreadable } from './refuse.ts';
import type { Survey } from './survey.ts';
import { surveyText } from './survey.ts';

/** A text as a raw tree. `tree` is null where there is no map at the top at all. */
export interface ParsedText {
  readonly tree: MapNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a scenario text into its raw tree. Never throws; every fault is a problem with line and column. The tree is
 * given as far as it could be read, also where there are problems, so that completion works on half-typed text.
 */
export function parseText(file: string, text: string): ParsedText {
  return parsed.get(file, text, () => parseAnew(file, text));
}

const parsed = recent<ParsedText>(16);

function parseAnew(file: string, text: string): ParsedText {
  const lines = indexLines(text);
  const refusal = refuseUnreadable(text);
  if (refusal !== null) return refused(lines, refusal);
  const whole = readSections(file, text);
  if (whole !== null) return finish(whole, deceptiveCharacters(text), lines);
  const survey = surveyText(text);
  if (survey.tooDeepAt !== null) {
    const from = survey.tooDeepAt;
    const message = `Maps and lists are nested more than ${textLimits.depth} levels deep. Close the brackets, or use fewer levels.`;
    return refused(lines, { code: 'too-deep', severity: 'error', path: '', from, to: from + 1, message });
  }
  return readTree(file, text, survey, lines);
}

function readTree(file: string, text: string, survey: Survey, lines: LineIndex): ParsedText {
  const { root, problems: met } = readYaml(file, text, survey, 1);
  const problems: PlainProblem[] = [...met, ...deceptiveCharacters(text)].sort((a, b) => a.from - b.from);
  if (root === null) return finish(null, [...problems, emptyText(text)], lines);
  if (root.kind === 'map') return finish(root, problems, lines);
  if (problems.length > 0) return finish(null, problems, lines);
  return finish(null, [root.kind === 'scalar' && root.isNull ? emptyText(text) : notAMap(root.place)], lines);
}

function emptyText(text: string): PlainProblem {
  return {
    code: 'empty-file',
    severity: 'error',
    path: '',
    from: 0,
    to: text.length,
    message: 'The file holds no scenario yet. Begin with the line "offtake: 1".',
    met: 'nothing but blanks and comments',
    expected: 'offtake: 1',
    fix: { title: 'Begin a scenario', replacement: `offtake: 1\n${text}` },
  };
}

function notAMap(place: { readonly from: number; readonly to: number }): PlainProblem {
  return {
    code: 'not-a-map',
    severity: 'error',
    path: '',
    from: place.from,
    to: place.to,
    message:
      'A scenario is a map of names and values, line by line; this is something else. Begin with "offtake: 1".',
    expected: 'lines such as "title: My scenario"',
  };
}

function refused(lines: LineIndex, problem: PlainProblem): ParsedText {
  return { tree: null, problems: [problemAt(lines, problem)] };
}

function finish(tree: MapNode | null, problems: readonly PlainProblem[], lines: LineIndex): ParsedText {
  const sorted = [...problems].sort((a, b) => a.from - b.from);
  return { tree, problems: sorted.map((problem) => problemAt(lines, problem)) };
}
