import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { invariant } from '#shared/base/assert.ts';

/** What takes longest of all, longest first: whatever begins last must be short, or one core waits for it alone. */
const longest = [
  'test/e2e/accessible-themes.test.ts',
  'test/e2e/endurance.test.ts',
  'test/e2e/accessibility.test.ts',
  'test/oracle/agreement.test.ts',
  'test/trust/app-crash.browser.test.ts',
  'test/e2e/compare.test.ts',
  'test/shared/scenario/mutated.test.ts',
];

/** One after another, because a process that reads modules for many files is kept only for the next of its own. */
const projects = ['browser', 'unit', 'pure'];

/** Orders the files of a run: the longest, then project by project, the larger files first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const gone = longest.filter((path) => !existsSync(join(root, path)));
    invariant(gone.length === 0, `long-first.ts names files that are gone: ${gone.join(', ')}`);
    const place = (file: TestSpecification): number => {
      const at = longest.indexOf(relative(root, file.moduleId).replaceAll('\\', '/'));
      if (at >= 0) return at;
      return longest.length + projects.indexOf(file.project.name);
    };
    const bySize = await super.sort(files);
    return bySize.sort((one, other) => place(one) - place(other));
  }
}
