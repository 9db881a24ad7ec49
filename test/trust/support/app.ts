import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { bridgeName } from '#shared/contract/bridge.ts';
import { launchApp, type RunningApp } from '../../support/electron-stand-in/launch.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const baseId = 'amazon-anthropic.scenario.yaml';

/** The built app over the stand-in, with a library of its own. */
export async function bootApp(
  environment: Readonly<Record<string, string>> = {},
  main?: string,
): Promise<RunningApp & { readonly library: string }> {
  const library = await temporaryFolder();
  await cp(join('scenarios', baseId), join(library, baseId));
  await cp(join('scenarios', 'catalogue'), join(library, 'catalogue'), { recursive: true });
  const app = await launchApp({ library, environment, ...(main === undefined ? {} : { main }) });
  return { ...app, library };
}

/** Asks through the bridge, as the page does. */
export function ask(app: RunningApp, name: string, input: unknown): Promise<unknown> {
  return app.page.evaluate(
    ([place, call, given]) => {
      const bridge = Reflect.get(window, place) as {
        call: (name: string, input: unknown) => Promise<unknown>;
      };
      return bridge.call(call, given);
    },
    [bridgeName, name, input] as const,
  );
}
