import type { HoverPart } from '#shared/scenario/assist/hover.ts';
import { distributionPicture, pictureSize } from '#shared/view/distribution-picture.ts';
import { readToken } from '../../ui/tokens.ts';
import type { monaco } from '../monaco.ts';
import { sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf } from './ranges.ts';

/** Tells the meaning of what is under the pointer. */
export function hoverProvider(ask: Ask): monaco.languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const told = await ask('hover', sourceOf(model), { offset: model.getOffsetAt(position) });
      return (
        told && {
          range: rangeOf(model, told),
          contents: [{ value: told.parts.map(markdownOf).join('\n\n') }],
        }
      );
    },
  };
}

function markdownOf(part: HoverPart): string {
  if (part.kind === 'paragraph') return part.text;
  const colours = { data: readToken('data-1'), axis: readToken('ink-3') };
  const svg = distributionPicture(part.distribution, colours);
  if (svg === null) return '';
  const { width, height } = pictureSize;
  return `![${part.words}](data:image/svg+xml;base64,${btoa(svg)}|width=${width},height=${height})`;
}
