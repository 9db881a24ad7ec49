import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createInlineRunner } from '../../electron/engine/inline.ts';
import { createModelPerformers } from '../../electron/engine/model-performers.ts';
import { assembleService } from '../../electron/service/assemble.ts';
import { findPlaces, type Places } from '../../electron/service/places.ts';
import type { Service } from '../../electron/service/service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The real application over a library of its own, computing in this thread. */
export async function realService(): Promise<{ readonly service: Service; readonly places: Places }> {
  const home = await temporaryFolder();
  const library = join(home, 'library');
  await mkdir(library);
  const places = findPlaces(home, { library, memory: join(home, 'memory') }, {});
  const service = await assembleService({
    version: '0.0.0',
    places,
    library,
    makeRunner: (reportDefect) => createInlineRunner(createModelPerformers(), reportDefect),
  });
  if (!service.ok) throw new Error(JSON.stringify(service.error));
  onTestFinished(() => service.value.close());
  return { service: service.value, places };
}

/** Writes a file into a folder as another program would. */
export function writerIn(folder: string): (id: string, text: string) => Promise<void> {
  return (id, text) => writeFile(join(folder, id), text);
}
