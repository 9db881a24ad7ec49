import { describe } from 'vitest';
import { createInlineRunner } from '../../../electron/engine/inline.ts';
import { toyPerformers } from '../../support/toy-jobs.ts';
import { describeRunner } from './runner-suite.ts';

describe('inline runner', () => {
  describeRunner(async () => {
    const defects: string[] = [];
    const runner = createInlineRunner(toyPerformers, (_, stack) => `incident-${defects.push(stack)}`);
    return { runner, defects };
  });
});
