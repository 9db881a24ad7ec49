import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../../electron/storage/settings-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('settings file', () => {
  it('gives back what was written, also to another reader', async () => {
    const path = join(await temporaryFolder(), 'deep', 'settings.json');
    const settings = { theme: 'dark', recent: ['a.scenario.yaml'], layout: { panels: '{}' } } as const;
    expect(await openSettingsFile(path).write(settings)).toEqual({ ok: true, value: undefined });
    expect(await openSettingsFile(path).read()).toEqual(settings);
  });

  it.each(['', '{', '[]', '{"theme":"pink","recent":[],"layout":{}}'])(
    'takes the damaged file %j for the defaults',
    async (text) => {
      const path = join(await temporaryFolder(), 'settings.json');
      await writeFile(path, text);
      expect(await openSettingsFile(path).read()).toEqual({ theme: 'system', recent: [], layout: {} });
    },
  );

  it('says so when it cannot be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const settings = { theme: 'dark', recent: [], layout: {} } as const;
    const result = await openSettingsFile(join(folder, 'file', 'settings.json')).write(settings);
    expect(result).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });
});
