import type { Host } from '#shared/contract/host.ts';

export type Files = Readonly<Record<string, string>>;

/** Knows the files that open scenarios build on, and asks the host only when the lines that name them change. */
export interface Companions {
  of(id: string, text: string): Promise<Files>;
  /** The same at once, or null where the host would have to be asked. */
  known(id: string, text: string): Files | null;
  /** Forgets what was read of a file that changed; true if some scenario builds on it. */
  forget(id: string): boolean;
}

const none: Files = {};

export function createCompanions(host: Host): Companions {
  const known = new Map<string, { readonly lines: string; readonly files: Files }>();
  const find = (id: string, lines: string): Files | null => {
    if (lines === '') return none;
    const found = known.get(id);
    return found?.lines === lines ? found.files : null;
  };
  return {
    known: (id, text) => find(id, namingLines(text)),
    async of(id, text) {
      const lines = namingLines(text);
      const found = find(id, lines);
      if (found !== null) return found;
      const reply = await host.call('scenario.companions', { id, text });
      // A base that cannot be read is a fault of the scenario, told with its place by whoever reads the text.
      const files = reply.ok ? reply.value.files : none;
      known.set(id, { lines, files });
      return files;
    },
    forget(changed) {
      let isUsed = false;
      for (const [id, { files }] of known) {
        if (!(changed in files)) continue;
        known.delete(id);
        isUsed = true;
      }
      return isUsed;
    },
  };
}

const naming = /^(?:(?:extends|use):.*(?:\r?\n[ \t-].*)*|actuals:[ \t]*[^\s#{].*)/gm;

/** The lines of `extends:` and `use:` with what is indented or listed under them, and of `actuals:` where it names a file. */
function namingLines(text: string): string {
  return (text.match(naming) ?? []).join('\n');
}
