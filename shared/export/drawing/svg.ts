import { xmlAttribute, xmlText } from '../xml-text.ts';
import type { Drawing, Label, PathStep, Shape } from './drawing.ts';

/** How a drawing becomes SVG. */
export interface SvgWishes {
  /** Style sheet with the typeface inside; without it the text names the family only. */
  readonly fontStyle?: string;
  /** Times the size in points, for the stated width and height; what is drawn stays the same. */
  readonly scale?: number;
  /** A finished picture that stands among what is drawn. */
  readonly inset?: SvgInset;
}

/** An SVG, and where its top left corner goes. */
export interface SvgInset {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
}

/** The one typeface of drawings, in which their texts are measured. */
export const family = 'Inter';

/** Writes a drawing as a standalone SVG: the same drawing gives the same characters, and nothing in it has a made-up id. */
export function svg(drawing: Drawing, { fontStyle, scale = 1, inset }: SvgWishes = {}): string {
  const { width, height, background, title, description } = drawing;
  const ground = background === null ? '' : `<rect width="100%" height="100%" fill="${background}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width * scale)}" height="${number(height * scale)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" font-family="${family}, sans-serif" style="font-kerning:none">`,
    `<title>${xmlText(title)}</title><desc>${xmlText(description)}</desc>`,
    fontStyle === undefined ? '' : `<style>${fontStyle}</style>`,
    ground,
    ...drawing.items.map((item) => (item.kind === 'shape' ? shape(item) : label(item))),
    inset === undefined
      ? ''
      : `<g transform="translate(${number(inset.x)} ${number(inset.y)})">${inset.svg}</g>`,
    '</svg>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function shape({ path, fill, fillOpacity, stroke, strokeOpacity, strokeWidth, dash }: Shape): string {
  const attributes = [
    `d="${pathData(path)}"`,
    `fill="${fill ?? 'none'}"`,
    fillOpacity === undefined ? '' : `fill-opacity="${fillOpacity}"`,
    stroke === undefined ? '' : `stroke="${stroke}" stroke-width="${number(strokeWidth ?? 1)}"`,
    strokeOpacity === undefined ? '' : `stroke-opacity="${strokeOpacity}"`,
    stroke === undefined ? '' : 'stroke-linejoin="round"',
    dash === undefined ? '' : `stroke-dasharray="${dash.join(' ')}"`,
  ];
  return `<path ${attributes.filter((one) => one !== '').join(' ')}/>`;
}

function label({ text, x, y, size, weight, anchor, fill, isUpright }: Label): string {
  const place = `x="${number(x)}" y="${number(y)}"`;
  const turn = isUpright === true ? ` transform="rotate(-90 ${number(x)} ${number(y)})"` : '';
  const start = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
  return `<text ${place} font-size="${size}"${bold}${start} fill="${xmlAttribute(fill)}"${turn}>${xmlText(text)}</text>`;
}

/** Writes a path as the data of an SVG path. */
export function pathData(path: readonly PathStep[]): string {
  return path.map(step).join('');
}

function step(one: PathStep): string {
  const [command, ...places] = one;
  return command + places.map(number).join(' ');
}

/** A hundredth of a point is finer than any screen. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
