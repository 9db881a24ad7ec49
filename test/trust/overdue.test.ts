import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { plainWishes } from '#shared/export/wishes.ts';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import { faultLine } from '../../electron/headless/workplace.ts';
import { assembleService } from '../../electron/service/assemble.ts';
import { fileShell } from '../../electron/service/file-shell.ts';
import { smallText } from '../contract/suite.ts';
import { bundle } from '../support/bundle.ts';
import { tried } from './support/tried.ts';
import { ownPlaces } from './support/window.ts';

const scenario = { id: 'deal.scenario.yaml', text: smallText, files: {} };
const measures = ['capacity.online', 'spend.billed'];
const limitMilliseconds = 1;
const draws = 200_000;

/** The program over real threads, on which no part of any run over draws may take longer than next to nothing. */
async function impatient() {
  const worker = await bundle(resolve('electron/engine/worker.ts'));
  const places = await ownPlaces();
  const service = await assembleService({
    version: '0.0.0',
    places,
    library: places.library,
    makeRunner: (reportDefect) => {
      const pool = createPool<ModelJobs>({ worker, threads: 2, reportDefect });
      return {
        ...pool,
        run: (name, input, options) =>
          pool.run(name, input, name === 'draw' ? { ...options, limitMilliseconds } : options),
      };
    },
  });
  if (!service.ok) throw new Error(JSON.stringify(service.error));
  onTestFinished(() => service.value.close());
  return service.value.openSession(fileShell(undefined), () => undefined).handlers;
}

describe('a part of a run that takes too long', () => {
  it('ends the whole with words that name the limit and what to do, at whatever was asked', async () => {
    const handlers = await impatient();
    const wish = { scenarios: [scenario], name: 'out', template: null, into: null };
    const wishes = { ...plainWishes, draws };
    const replies = [
      await handlers['simulation.run']({ ticket: 1, scenario, measures, draws }),
      await handlers['export.save']({ ...wish, ticket: 2, wishes, format: 'parquet' }),
      await handlers['export.save']({ ...wish, ticket: 3, wishes, format: 'csv' }),
    ];
    const words = replies.map((reply) => (reply.ok ? 'made' : faultLine(reply.error)));
    const told = words.filter((line) => /longer than the 0\.001 seconds .* ask for fewer draws/.test(line));
    expect(told, words.join('\n')).toHaveLength(replies.length);
    tried({
      what: 'a part of a run that takes too long',
      times: replies.length,
      lost: replies.length - told.length,
    });
  });
});
