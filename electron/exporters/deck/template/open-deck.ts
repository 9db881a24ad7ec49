import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { type OpenPackage, openPackage } from '../../open-xml/package.ts';
import { brokenPartFault } from '../../open-xml/parse-xml.ts';
import { readArchive } from '../../open-xml/read-archive.ts';
import { presentationPart } from './read-layouts.ts';

const codeKinds = /\/(?:vbaProject|wordVbaData|control|activeXControlBinary|attachedToolbars)$/i;
const main = /presentationml\.(?:presentation|template|slideshow)\.main\+xml$/;

/**
 * Opens a deck from its bytes. Refused in words: what is no deck, is damaged, carries macros, or leads outside – a template anywhere, a
 * deck of the user's own other than by a link to click.
 */
export function openDeck(packed: Uint8Array, use: 'template' | 'deck'): Outcome<OpenPackage, string> {
  const parts = readArchive(packed);
  if (!parts.ok) return parts;
  const deck = openPackage(new Map(parts.value));
  try {
    const fault = faultOf(deck, use);
    return fault === null ? ok(deck) : fail(fault);
  } catch (error) {
    return brokenPartFault(error);
  }
}

function faultOf(deck: OpenPackage, use: 'template' | 'deck'): string | null {
  const presentation = presentationPart(deck);
  if (presentation === null || !deck.has(presentation))
    return 'it is an Office file, but not a deck of slides';
  const type = deck.typeOf(presentation) ?? '';
  if (/macroEnabled/i.test(type) || deck.names().some((name) => isCode(deck, name)))
    return 'it carries macros or controls; save it as a plain .pptx without them first';
  if (!main.test(type)) return 'it is an Office file, but not a deck of slides';
  // Reading every part once finds damage now rather than half-way through.
  for (const name of deck.names()) if (/\.(?:xml|rels)$/.test(name)) deck.xml(name);
  for (const part of ['', ...deck.names().filter((name) => !name.endsWith('.rels'))]) {
    for (const { isExternal, type: kind, target } of deck.relations(part)) {
      if (codeKinds.test(kind))
        return 'it carries macros or controls; save it as a plain .pptx without them first';
      if (isExternal && !(use === 'deck' && kind.endsWith('/hyperlink')))
        return `it leads outside of itself, to ${target.slice(0, 80)}; take that link out first`;
    }
  }
  return null;
}

/** Macros and controls run; they are known by their names, by their types, and by what leads to them. */
function isCode(deck: OpenPackage, name: string): boolean {
  return (
    /vbaProject|vbaData|activeX/i.test(name) || /vba|activeX|macroEnabled/i.test(deck.typeOf(name) ?? '')
  );
}
