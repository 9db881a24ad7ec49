import { shortTitle } from '#shared/view/compare/short-title.ts';
import type { ExportedScenario } from '../document.ts';

/** Names scenarios so that they fit beside a line: the base by its title, the others without the words they share with it. */
export function scenarioNames(scenarios: readonly ExportedScenario[]): string[] {
  const base = scenarios[0]?.title ?? '';
  const names = scenarios.map(({ title }, at) => (at === 0 ? title : shortTitle(title, base)));
  // Two that are called alike are told apart by their files.
  return names.map((name, at) =>
    names.indexOf(name) === at && names.lastIndexOf(name) === at
      ? name
      : `${name} (${scenarios[at]?.file ?? ''})`,
  );
}
