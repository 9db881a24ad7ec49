import { packageOf } from './package-of.mjs';

/** The build reads its settings anew for every program, so what is shared between them is kept with the process. */
const place = Symbol.for('offtake.bundled-packages');
globalThis[place] ??= new Set();

/** Folders of the packages that went into any of the programs built so far. */
export const bundledPackages = globalThis[place];

/**
 * A build plugin that notes which packages go into a program, by looking at what is really bundled: a list made from the
 * dependencies would name what is not there and miss what came with something else.
 */
export function licencePlugin() {
  return {
    name: 'offtake-licences',
    generateBundle(_options, bundle) {
      for (const item of Object.values(bundle)) {
        const files = item.type === 'chunk' ? item.moduleIds : (item.originalFileNames ?? []);
        for (const file of files) {
          const folder = packageOf(file);
          if (folder !== null) bundledPackages.add(folder);
        }
      }
    },
  };
}
