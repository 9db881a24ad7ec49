import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { bridgeName } from '#shared/contract/bridge.ts';
import { launchApp, type RunningApp } from '../../support/electron-stand-in/launch.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const baseId = 'amazon-anthropic.scenario.yaml';

/** The built app over the stand-in, with a library of its own, or with those of one that ran before. */
export async function bootApp(
  before?: Pick<RunningApp, 'home'> & { readonly library: string },
): Promise<RunningApp & { readonly library: string }> {
  if (before !== undefined) {
    const { library, home } = before;
    return { ...(await launchApp({ library, home })), library };
  }
  const library = await temporaryFolder();
  await cp(join('scenarios', baseId), join(library, baseId));
  await cp(join('scenarios', 'catalogue'), join(library, 'catalogue'), { recursive: true });
  return { ...(await launchApp({ library })), library };
}

/** Kills the app and the browser that stands for its windows, which would outlive it here. */
export async function killApp(app: RunningApp): Promise<void> {
  const session = await app.page.context().browser()?.newBrowserCDPSession();
  await app.kill();
  await session?.send('Browser.close').catch(() => undefined);
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
