import type { MapNode } from '../text/node.ts';
import type { PlainProblem } from '../text/problem-at.ts';
import type { Step } from './step.ts';
import { v0ToV1 } from './v0-to-v1.ts';
import { currentVersion, versionOf } from './version.ts';

/** Every step there ever was, oldest first; steps are never removed, so old files open for ever. */
const steps: readonly Step[] = [v0ToV1];

/** A raw tree in the current version, or null where it comes from a newer program. */
export interface Migrated {
  readonly tree: MapNode | null;
  /** Says that it was rewritten, or that it cannot be read. */
  readonly problem: PlainProblem | null;
}

/** Brings the raw tree of one file to the current version, before it is merged or decoded. */
export function migrate(tree: MapNode): Migrated {
  const found = versionOf(tree);
  if (found === null || found.version === currentVersion) return { tree, problem: null };
  const { version, node } = found;
  const at = { path: 'offtake', from: node.place.from, to: node.place.to, met: node.text };
  const expected = `offtake: ${currentVersion}`;
  if (version > currentVersion) {
    return {
      tree: null,
      problem: {
        ...at,
        severity: 'error',
        code: 'too-new',
        message: `offtake is ${version}: this file comes from a newer version of the program, which knows format ${currentVersion} and older. It can be looked at but not computed or saved; open it with a newer version.`,
        expected,
      },
    };
  }
  const needed = steps.filter(({ from }) => from >= version);
  const summary = needed.map((step) => step.summary).join('; ');
  return {
    tree: needed.reduce((older, step) => withVersion(step.rewrite(older), step.from + 1), tree),
    problem: {
      ...at,
      severity: 'info',
      code: 'old-version',
      message: `offtake is ${version}, an older format that is still read (${summary}). Saving it in the words of format ${currentVersion} keeps it up to date.`,
      expected,
    },
  };
}

function withVersion(tree: MapNode, version: number): MapNode {
  return {
    ...tree,
    entries: tree.entries.map((entry) =>
      entry.key === 'offtake' && entry.value.kind === 'scalar'
        ? { ...entry, value: { ...entry.value, text: String(version) } }
        : entry,
    ),
  };
}
