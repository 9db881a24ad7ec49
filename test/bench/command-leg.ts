import { spawnSync } from 'node:child_process';
import { invariant } from '#shared/base/assert.ts';
import { type Leg, medianTime } from './measure.ts';

/** `offtake run` as a whole process, from start to exit. */
export const commandLeg: Leg = {
  name: 'command',
  run: async () => {
    const file = 'scenarios/amazon-anthropic.scenario.yaml';
    const value = medianTime(7, 2, () => {
      const run = spawnSync(process.execPath, ['dist/headless/main.js', 'run', file, '--json'], {
        maxBuffer: 1e8,
      });
      invariant(run.status === 0, `offtake run ends well: ${run.stderr}`);
    });
    return [{ leg: 'command', what: 'offtake run, whole process', value, unit: 'ms', goal: 400 }];
  },
};
