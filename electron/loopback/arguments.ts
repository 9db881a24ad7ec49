import { parseArgs } from 'node:util';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';

/** How the browser host is to be started. */
export interface LoopbackOptions {
  readonly library: string | undefined;
  readonly port: number;
  readonly isOpened: boolean;
}

/** Reads the arguments of the browser host; a mistake is said in a line. */
export function readArguments(args: readonly string[]): Outcome<LoopbackOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        browser: { type: 'boolean' },
      },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return fail(`--port ${values.port}: a port is a whole number from 1 to 65535, or 0 for any free one.`);
    }
    return ok({ library: values.library, port, isOpened: values['no-open'] !== true });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
