import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { TemplateDescription, TemplateMapping } from '#shared/export/deck/template.ts';
import { children, descend, remove } from '../../open-xml/dom.ts';
import type { OpenPackage } from '../../open-xml/package.ts';
import { brokenPartFault } from '../../open-xml/parse-xml.ts';
import { type DeckBase, openBase, slideList } from '../base.ts';
import { openDeck } from './open-deck.ts';
import { presentationPart, readLayouts } from './read-layouts.ts';
import { suggestMapping, suggestSlots } from './slots.ts';

/** Says what a deck offers as a template: its layouts and their places, what would go where, its colours and fonts. */
export function describeTemplate(packed: Uint8Array): Outcome<TemplateDescription, string> {
  const deck = openDeck(packed, 'template');
  if (!deck.ok) return deck;
  try {
    return describe(deck.value);
  } catch (error) {
    return brokenPartFault(error);
  }
}

function describe(deck: OpenPackage): Outcome<TemplateDescription, string> {
  const presentation = presentationPart(deck) ?? '';
  const layouts = readLayouts(deck, presentation);
  const suggested = suggestMapping(layouts);
  if (suggested === null) return fail('it has no layout to make slides from');
  return ok({
    layouts: layouts.map((layout) => ({
      name: layout.name,
      suggested: suggestSlots(layout),
      places: layout.places.map(({ name: place, kind, index }) => ({ name: place, kind, index })),
    })),
    suggested,
    ...themeOf(deck, presentation),
  });
}

/** Empties a deck of its slides so that ours can be made from its layouts. */
export function templateBase(packed: Uint8Array, mapping: TemplateMapping | null): Outcome<DeckBase, string> {
  const deck = openDeck(packed, 'template');
  if (!deck.ok) return deck;
  try {
    return emptied(deck.value, mapping);
  } catch (error) {
    return brokenPartFault(error);
  }
}

function emptied(deck: OpenPackage, mapping: TemplateMapping | null): Outcome<DeckBase, string> {
  const base = openBase(deck, mapping);
  if (base === null) return fail('it has no layout to make slides from');
  const { page } = base.mapping;
  if (!base.layouts.some(({ name }) => name === page)) return fail(`it has no layout called “${page}”`);
  dropSlides(base);
  return ok(base);
}

/** Slides of a template are samples; sections and slide shows that name them go with them. */
function dropSlides({ package: deck, presentation }: DeckBase): void {
  for (const entry of children(slideList(deck, presentation))) remove(entry);
  for (const { id } of deck.related(presentation, 'slide')) deck.unrelate(presentation, id);
  const root = deck.xml(presentation).documentElement;
  for (const name of ['p:custShowLst', 'p:extLst', 'p:custDataLst']) {
    const list = descend(root, name);
    if (list !== null) remove(list);
  }
  // A template saved as such is opened as a template; ours is a deck.
  deck.setType(
    presentation,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  );
  deck.dropUnreachable();
}

function themeOf(deck: OpenPackage, presentation: string): Pick<TemplateDescription, 'colours' | 'fonts'> {
  const master = deck.related(presentation, 'slideMaster')[0]?.target ?? '';
  const theme = deck.related(master, 'theme')[0]?.target;
  const elements = theme === undefined ? null : descend(deck.xml(theme).documentElement, 'a:themeElements');
  const scheme = descend(elements, 'a:clrScheme');
  const face = (name: string) =>
    descend(elements, 'a:fontScheme', name, 'a:latin')?.getAttribute('typeface') ?? '';
  return {
    colours: (scheme === null ? [] : children(scheme)).flatMap((place) =>
      children(place).flatMap((one) => one.getAttribute('lastClr') ?? one.getAttribute('val') ?? []),
    ),
    fonts: { headings: face('a:majorFont'), text: face('a:minorFont') },
  };
}
