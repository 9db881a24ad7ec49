import type { Document, ParsedNode } from 'yaml';
import { parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';
import { buildTree } from './build-tree.ts';
import { deceptiveCharacters } from './deceptive.ts';
import { textLimits } from './limits.ts';
import type { LineIndex } from './line-index.ts';
import { indexLines, lineAndColumn } from './line-index.ts';
import type { MapNode } from './node.ts';
import type { PlainProblem } from './problem-at.ts';
import { problemAt } from './problem-at.ts';
import { recent } from './recent.ts';
import { refuseUnreadable } from './refuse.ts';
import type { Survey } from './survey.ts';
import { surveyText } from './survey.ts';
import { inPlainWords, valueRunsOn } from './yaml-words.ts';

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
  const survey = surveyText(text);
  if (survey.tooDeepAt !== null) {
    const from = survey.tooDeepAt;
    const message = `Maps and lists are nested more than ${textLimits.depth} levels deep. Close the brackets, or use fewer levels.`;
    return refused(lines, { code: 'too-deep', severity: 'error', path: '', from, to: from + 1, message });
  }
  return readTree(file, text, survey, lines);
}

function readTree(file: string, text: string, survey: Survey, lines: LineIndex): ParsedText {
  const document = parseDocument(survey.prepared, {
    schema: 'failsafe',
    // Keys are compared in `buildTree`, in linear time.
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    resolveKnownTags: false,
  }) as Document.Parsed<ParsedNode>;
  const problems: PlainProblem[] = [...yamlProblems(document, text, lines), ...deceptiveCharacters(text)];
  if (document.contents === null) {
    problems.push(emptyText(text));
    return finish(null, problems, lines);
  }
  const built = buildTree(file, document.contents, survey.restore);
  problems.push(...built.problems);
  if (built.tree.kind === 'map') return finish(built.tree, problems, lines);
  if (problems.length === 0)
    problems.push(
      built.tree.kind === 'scalar' && built.tree.isNull ? emptyText(text) : notAMap(built.tree.place),
    );
  return finish(null, problems, lines);
}

/** One problem per line: what follows the first fault of a line is usually its echo. */
function yamlProblems(document: Document.Parsed<ParsedNode>, text: string, lines: LineIndex): PlainProblem[] {
  const problems: PlainProblem[] = [];
  const linesMet = new Set<number>();
  const errors = [...document.errors, ...document.warnings];
  const runOn = new Set(
    errors.filter((error) => error.code === 'MULTILINE_IMPLICIT_KEY').map((error) => error.pos[0]),
  );
  for (const error of errors) {
    if (problems.length >= textLimits.problems) break;
    const from = Math.max(0, Math.min(error.pos[0], text.length));
    const { line } = lineAndColumn(lines, from);
    if (linesMet.has(line)) continue;
    linesMet.add(line);
    const to = Math.max(from, Math.min(error.pos[1], text.length));
    const near = nearText(text, from);
    const words =
      error.code === 'BLOCK_AS_IMPLICIT_KEY' && runOn.has(from)
        ? valueRunsOn(near)
        : inPlainWords(error, near);
    problems.push({ severity: 'error', path: '', from, to, met: near, ...words });
  }
  return problems;
}

/** A few words of the line from an offset on, to show where a fault is. */
function nearText(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end === -1 ? text.length : end).trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
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
