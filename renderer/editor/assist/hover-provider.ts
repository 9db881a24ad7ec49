import type { monaco } from '../monaco.ts';
import { sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf } from './ranges.ts';

/** Tells the meaning of what is under the pointer. */
export function hoverProvider(ask: Ask): monaco.languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const told = await ask('hover', sourceOf(model), { offset: model.getOffsetAt(position) });
      return told && { range: rangeOf(model, told), contents: told.paragraphs.map((value) => ({ value })) };
    },
  };
}
