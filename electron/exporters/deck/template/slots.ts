import type { TemplateMapping, TemplateSlots } from '#shared/export/deck/template.ts';
import { inch, type SlideBox } from '../geometry.ts';
import type { Placeholder } from '../slide/shape-xml.ts';
import type { DeckLayout, DeckPlace } from './read-layouts.ts';

/** Where something goes on a slide: into a place of the layout, or into a box beside the others. */
export interface Slot {
  readonly placeholder: Placeholder | null;
  readonly box: SlideBox;
}

/** Where everything of a page goes. */
export interface PageSlots {
  readonly layout: string;
  readonly title: Slot | null;
  readonly topic: Slot;
  readonly body: Slot;
  readonly footnote: Slot;
  readonly number: Placeholder | null;
}

/** What can hold a chart, a table or a picture. */
const holders = ['obj', 'chart', 'body', 'tbl', 'pic', 'clipArt', 'dgm', 'media'];
const topicHeight = Math.round(0.38 * inch);
const footnoteHeight = Math.round(0.6 * inch);

/** Suggests which layouts take what: one with a title and a single large place for pages, one for the first slide. */
export function suggestMapping(layouts: readonly DeckLayout[]): TemplateMapping | null {
  const page = layouts.find(isPageLayout) ?? layouts.find(({ places }) => places.some(isTitle)) ?? layouts[0];
  if (page === undefined) return null;
  const cover = layouts.find(({ places }) =>
    places.some(({ kind }) => kind === 'ctrTitle' || kind === 'subTitle'),
  );
  return { cover: cover?.name ?? null, page: page.name, ...suggestSlots(page) };
}

/** Suggests which places of a layout take what: the largest the picture, flat ones above and below it the words. */
export function suggestSlots({ places }: DeckLayout): TemplateSlots {
  const body = largest(places.filter(({ kind }) => holders.includes(kind)));
  const flat = places.filter(
    (place) => place !== body && place.kind === 'body' && place.box !== null && place.box.height < inch,
  );
  const middle = body?.box ? body.box.y + body.box.height / 2 : 0;
  return {
    body: body?.index ?? null,
    topic: flat.find(({ box }) => box !== null && box.y < middle)?.index ?? null,
    footnote: flat.find(({ box }) => box !== null && box.y > middle)?.index ?? null,
  };
}

/** Places everything of a page; what has no place of its own gets a strip of the picture's. */
export function pageSlots(
  layout: DeckLayout,
  mapping: TemplateMapping,
  slide: { readonly width: number; readonly height: number },
): PageSlots {
  const at = (index: number | null) =>
    layout.places.find((place) => place.index === index && index !== null) ?? null;
  const title = layout.places.find(isTitle) ?? null;
  const bodyPlace = at(mapping.body);
  const topic = slotOf(at(mapping.topic));
  const footnote = slotOf(at(mapping.footnote));
  const whole = bodyPlace?.box ?? restOf(title?.box ?? null, slide);
  const top = topic === null ? topicHeight : 0;
  const bottom = footnote === null ? footnoteHeight : 0;
  const box = { ...whole, y: whole.y + top, height: whole.height - top - bottom };
  return {
    layout: layout.part,
    title: slotOf(title),
    body: { placeholder: bodyPlace && placeholderOf(bodyPlace), box },
    topic: topic ?? { placeholder: null, box: { ...whole, height: topicHeight } },
    footnote: footnote ?? {
      placeholder: null,
      box: { ...whole, y: whole.y + whole.height - footnoteHeight + 60_000, height: footnoteHeight - 60_000 },
    },
    number: numberOf(layout),
  };
}

function isTitle({ kind }: DeckPlace): boolean {
  return kind === 'title' || kind === 'ctrTitle';
}

/** A title and exactly one large thing under it. */
function isPageLayout({ places }: DeckLayout): boolean {
  const large = places.filter(
    ({ kind, box }) => holders.includes(kind) && (box === null || box.height > 2 * inch),
  );
  return places.some(({ kind }) => kind === 'title') && large.length === 1;
}

function largest(places: readonly DeckPlace[]): DeckPlace | undefined {
  const area = ({ box }: DeckPlace) => (box === null ? 0 : box.width * box.height);
  return [...places].sort((a, b) => area(b) - area(a))[0];
}

function slotOf(place: DeckPlace | null): Slot | null {
  return place === null || place.box === null ? null : { placeholder: placeholderOf(place), box: place.box };
}

function placeholderOf({ kind, index }: DeckPlace): Placeholder {
  // The number 0 is what a place has that states none.
  return {
    type: kind === 'obj' ? undefined : kind,
    index: index === 0 || index === null ? undefined : index,
  };
}

function numberOf({ places }: DeckLayout): Placeholder | null {
  const place = places.find(({ kind }) => kind === 'sldNum');
  return place ? placeholderOf(place) : null;
}

/** The slide below its title, inside margins. */
function restOf(
  title: SlideBox | null,
  slide: { readonly width: number; readonly height: number },
): SlideBox {
  const margin = Math.round(0.5 * inch);
  const y = title === null ? margin : title.y + title.height + Math.round(0.1 * inch);
  return { x: margin, y, width: slide.width - 2 * margin, height: slide.height - y - margin };
}
