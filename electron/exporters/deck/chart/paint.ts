import type { Paint, Stroke } from '#shared/export/deck/native-chart.ts';
import type { Dash, Texture, Tone } from '#shared/view/chart.ts';
import { textureStroke } from '#shared/view/series-look.ts';
import { element } from '../../open-xml/xml.ts';

/** Where each tone stands in the theme of a deck: its accents, its text, or a colour that means the same in every deck. */
const themePlaces: Readonly<Record<Tone, readonly [scheme: string, ...changes: readonly string[]] | string>> =
  {
    'data-1': ['accent1'],
    'data-2': ['accent2'],
    'data-3': ['accent3'],
    'data-4': ['accent4'],
    'data-5': ['accent5'],
    'data-6': ['accent6'],
    'data-7': ['accent2', '<a:lumMod val="60000"/>', '<a:lumOff val="40000"/>'],
    'data-8': ['accent3', '<a:lumMod val="60000"/>', '<a:lumOff val="40000"/>'],
    ink: ['tx1'],
    muted: ['tx1', '<a:lumMod val="65000"/>', '<a:lumOff val="35000"/>'],
    alarm: 'B3261E',
  };

/** Writes a colour. */
export function colour(tone: Tone, opacity = 1): string {
  const alpha = opacity < 1 ? element('a:alpha', { val: Math.round(opacity * 100_000) }) : '';
  const place = themePlaces[tone];
  if (typeof place === 'string') return element('a:srgbClr', { val: place }, alpha);
  const [scheme, ...changes] = place;
  return element('a:schemeClr', { val: scheme }, ...changes, alpha);
}

/** The pattern of slide programs that comes nearest to each texture. */
const patterns: Readonly<Record<Texture, string | null>> = {
  plain: null,
  rising: 'wdUpDiag',
  dots: 'dotGrid',
  falling: 'wdDnDiag',
  level: 'ltHorz',
  crossed: 'openDmnd',
  upright: 'ltVert',
  grid: 'lgGrid',
  'rising-close': 'ltUpDiag',
  'dots-close': 'pct20',
  'falling-close': 'ltDnDiag',
  'level-close': 'narHorz',
  'upright-close': 'narVert',
};

/** The line style of slide programs that comes nearest to each of ours. */
const presetDashes: Readonly<Record<Dash, string>> = {
  solid: 'solid',
  dashed: 'dash',
  dotted: 'sysDot',
  'dash-dot': 'dashDot',
  long: 'lgDash',
  short: 'sysDash',
  'long-dot': 'lgDashDot',
  'long-dot-dot': 'lgDashDotDot',
};

/** Writes a fill; nothing at all where there is none. */
export function fill(paint: Paint | null): string {
  if (paint === null) return '<a:noFill/>';
  const { tone, opacity, texture } = paint;
  const pattern = patterns[texture ?? 'plain'];
  if (pattern === null) return element('a:solidFill', {}, colour(tone, opacity));
  const alpha = element('a:alpha', { val: Math.round(textureStroke.opacity * 100_000) });
  return element(
    'a:pattFill',
    { prst: pattern },
    element('a:fgClr', {}, element('a:schemeClr', { val: 'bg1' }, alpha)),
    element('a:bgClr', {}, colour(tone, opacity)),
  );
}

/** Writes a line. */
export function outline(stroke: Stroke | null): string {
  if (stroke === null) return '<a:ln><a:noFill/></a:ln>';
  const { tone, width, dash, opacity } = stroke;
  return element(
    'a:ln',
    { w: Math.round(width * 12_700), cap: 'rnd' },
    element('a:solidFill', {}, colour(tone, opacity)),
    element('a:prstDash', { val: presetDashes[dash] }),
    '<a:round/>',
  );
}

/** Writes how the text of a chart looks; sizes in points. Upright text is turned a quarter against the clock. */
export function textProperties(size: number, tone: Tone, isUpright = false): string {
  return element(
    'c:txPr',
    {},
    isUpright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>',
    '<a:lstStyle/>',
    element(
      'a:p',
      {},
      element('a:pPr', {}, runProperties('a:defRPr', size, tone)),
      '<a:endParaRPr lang="en-US"/>',
    ),
  );
}

/** Writes the properties of a run of text under a name. */
export function runProperties(name: string, size: number, tone: Tone, isBold = false): string {
  const language = name === 'a:rPr' ? 'en-US' : undefined;
  return element(
    name,
    { lang: language, sz: Math.round(size * 100), b: isBold },
    element('a:solidFill', {}, colour(tone)),
  );
}
