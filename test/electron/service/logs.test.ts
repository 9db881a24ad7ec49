import { readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticsText } from '../../../electron/service/diagnostics.ts';
import { bugReporter, defectReporter, lossReporter } from '../../../electron/service/incidents.ts';
import { findPlaces } from '../../../electron/service/places.ts';
import { plainStack } from '../../../electron/service/plain-stack.ts';
import { reportCrash } from '../../../electron/service/report-crash.ts';
import { openLogFile, readLogFile } from '../../../electron/storage/log-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secret = 'Project Nightfall pays $4.2B at 3%';

function broken(message: string): Error {
  return new TypeError(message);
}

describe('logs', () => {
  it('hold the kind and the place of a defect and not a word of its message', () => {
    const line = plainStack(broken(`cannot read ${secret}`).stack ?? '');
    expect(line).toMatch(/^TypeError \| at broken .*logs\.test\.ts:\d+:\d+/);
    expect(line).not.toContain('Nightfall');
  });

  it('hold nothing of a message, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 200 }), (words) => {
        const line = plainStack(broken(`${words}\n${words}`).stack ?? '');
        expect(line.startsWith('TypeError')).toBe(true);
        expect(line.length).toBeLessThan(4_000);
        if (words.trim().length > 11) expect(line).not.toContain(words.trim());
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('keep scenario contents out on every way a defect can take', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'offtake.log');
    const log = openLogFile(path);
    bugReporter(log)({ incident: 'abc', call: 'projection.run', error: broken(secret) });
    bugReporter(log)({ incident: 'abd', call: 'projection.run', error: secret });
    defectReporter(log)('project', broken(secret).stack ?? '');
    defectReporter(log)('project', secret);
    lossReporter(log)(Object.assign(broken(secret), { code: 'ENOSPC' }));
    const places = findPlaces(folder, { memory: folder }, {});
    const { incident, diagnostics } = reportCrash(places, '1.2.3', broken(secret));
    const text = await readFile(path, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(6);
    expect(text).toContain('projection.run');
    expect(text).toContain(incident);
    for (const shown of [text, diagnostics]) expect(shown).not.toMatch(/Nightfall|4\.2B/);
    expect(diagnostics).toContain('Offtake 1.2.3');
  });

  it('put a full log aside and keep one old one', async () => {
    const path = join(await temporaryFolder(), 'logs', 'offtake.log');
    const log = openLogFile(path);
    for (let turn = 0; turn < 2_500; turn += 1) log('x'.repeat(1_000));
    expect((await stat(path)).size).toBeLessThan(1_002_000);
    expect((await stat(`${path}.old`)).size).toBeLessThan(1_002_000);
  });

  it('never throw, where the disk refuses', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    expect(() => openLogFile(join(folder, 'file', 'offtake.log'))('a line')).not.toThrow();
    expect(readLogFile(join(folder, 'nowhere'))).toBe('');
  });

  it('show their last whole lines in diagnostics, without the name of the user', async () => {
    const path = join(await temporaryFolder(), 'offtake.log');
    const log = openLogFile(path);
    for (let turn = 0; turn < 300; turn += 1) log(`line ${turn} at ${homedir()}/Offtake ${'y'.repeat(60)}`);
    const tail = readLogFile(path);
    expect(tail.length).toBeLessThanOrEqual(8_000);
    expect(tail).toMatch(/^\d{4}-/);
    expect(tail).toContain('line 299');
    const text = diagnosticsText('1.0.0', ['fine'], tail);
    expect(text).not.toContain(`${homedir()}/`);
    expect(text).toContain('~/Offtake');
  });
});
