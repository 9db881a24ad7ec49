import type { monaco } from '../monaco.ts';
import { sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf } from './ranges.ts';

/** Says above a line what it overrides, or how often it is used. */
export function lensProvider(ask: Ask): monaco.languages.CodeLensProvider {
  return {
    async provideCodeLenses(model) {
      const found = await ask('lenses', sourceOf(model), {});
      const lenses = found.map((one) => ({
        range: rangeOf(model, one),
        command: { id: '', title: one.title },
      }));
      return { lenses, dispose: () => undefined };
    },
  };
}
