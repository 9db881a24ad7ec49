import { closest } from '../text/closest.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { PlainProblem } from '../text/problem-at.ts';
import type { DeadOverride } from './merge.ts';

/** Says that a name after `extends` or `use` cannot be followed. */
export function wrongName(name: ScalarNode, why: string, code = 'bad-file-name'): PlainProblem {
  return {
    ...at(name),
    code,
    message: `"${name.text}" cannot be built on: ${why}.`,
    met: name.text,
    expected: 'a file of the library, such as base.scenario.yaml',
  };
}

/** Says that a file to build on does not exist, and which one may be meant. */
export function missingFile(name: ScalarNode, known: readonly string[]): PlainProblem {
  const meant = closest(name.text, known);
  const hint = meant === null ? 'Put it beside this file, or correct the name.' : `Did you mean "${meant}"?`;
  const problem = {
    ...at(name),
    code: 'missing-base',
    message: `There is no file "${name.text}" in the library. ${hint}`,
    met: name.text,
    expected: 'a file of the library, such as base.scenario.yaml',
  };
  if (meant === null) return problem;
  return { ...problem, fix: { title: `Write "${meant}"`, replacement: meant } };
}

/** Says that a used file holds more than reusable sections. */
export function notInCatalogue(name: ScalarNode, key: string): PlainProblem {
  return {
    ...at(name),
    code: 'not-a-catalogue',
    message:
      `"${name.text}" has "${key}", but only sources, generations and assumptions can be used from another file. ` +
      'To build on a whole scenario, write "extends".',
    met: key,
    expected: 'sources, generations or assumptions',
  };
}

/** Says that an override has no effect. */
export function deadOverride(dead: DeadOverride): PlainProblem {
  const { entry, path, beneath } = dead;
  const place = { from: entry.keyPlace.from, to: Math.max(entry.keyPlace.to, entry.value.place.to) };
  if (dead.kind === 'nothing-to-remove') {
    return {
      ...place,
      path,
      severity: 'warning',
      code: 'removes-nothing',
      message: `"${path}" is empty, which removes what is inherited; but nothing is inherited under that name. Remove the line, or give it a value.`,
      met: entry.key,
      expected: 'a name that the base has',
    };
  }
  const value = beneath === null ? '' : shown(beneath);
  return {
    ...place,
    path,
    severity: 'warning',
    code: 'dead-override',
    message: `"${path}" repeats what is inherited anyway${value}. Remove the line, or change its value.`,
    met: entry.value.kind === 'scalar' ? entry.value.text : entry.key,
    expected: 'a value that differs from the base',
  };
}

function shown(node: Node): string {
  return node.kind === 'scalar' ? ` (${node.text})` : '';
}

function at(name: ScalarNode) {
  return { severity: 'error' as const, path: '', from: name.place.from, to: name.place.to };
}
