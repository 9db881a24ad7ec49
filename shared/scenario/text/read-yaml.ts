import type { Document, ParsedNode } from 'yaml';
import { parseDocument } from 'yaml';
import { buildTree } from './build-tree.ts';
import { textLimits } from './limits.ts';
import { indexLines, lineAndColumn } from './line-index.ts';
import type { Node } from './node.ts';
import type { PlainProblem } from './problem-at.ts';
import type { Survey } from './survey.ts';
import { inPlainWords, valueRunsOn } from './yaml-words.ts';

/** What the YAML reader makes of a text; `root` is null where there is nothing to read. */
export interface YamlReading {
  readonly root: Node | null;
  readonly problems: readonly PlainProblem[];
}

/** Reads a text, or a part of one that stands `depth` levels deep, into raw nodes; every fault is a problem in plain words. */
export function readYaml(file: string, text: string, survey: Survey, depth: number): YamlReading {
  const document = parseDocument(survey.prepared, {
    schema: 'failsafe',
    // Keys are compared in `buildTree`, in linear time.
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    resolveKnownTags: false,
  }) as Document.Parsed<ParsedNode>;
  const problems = yamlProblems(document, text);
  if (document.contents === null) return { root: null, problems };
  const built = buildTree(file, document.contents, survey.restore, depth);
  return { root: built.tree, problems: [...problems, ...built.problems] };
}

/** One problem per line: what follows the first fault of a line is usually its echo. */
function yamlProblems(document: Document.Parsed<ParsedNode>, text: string): readonly PlainProblem[] {
  const errors = [...document.errors, ...document.warnings];
  if (errors.length === 0) return [];
  const lines = indexLines(text);
  const problems: PlainProblem[] = [];
  const linesMet = new Set<number>();
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
