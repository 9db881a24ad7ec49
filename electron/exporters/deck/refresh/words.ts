import type { Element } from '@xmldom/xmldom';
import { child, children, fragment, remove, textOf, within } from '../../open-xml/dom.ts';
import { textElement } from '../../open-xml/xml.ts';

/** Reads the paragraphs of a shape or a cell. */
export function readParagraphs(holder: Element): string[] {
  return within(holder, 'a:p').map((paragraph) =>
    within(paragraph, 'a:t')
      .map((text) => textOf(text))
      .join(''),
  );
}

/** Replaces the paragraphs of a shape or a cell, each looking like the one it replaces; further ones look like the last. */
export function writeParagraphs(holder: Element, paragraphs: readonly string[]): void {
  const old = within(holder, 'a:p');
  const [first] = old;
  const parent = first?.parentNode;
  if (first === undefined || !parent) return;
  const document = first.ownerDocument;
  if (document === null) return;
  const made = paragraphs.map((text, at) => {
    const model = old[Math.min(at, old.length - 1)] ?? first;
    const copy = model.cloneNode(true) as Element;
    writeParagraph(copy, text);
    return copy;
  });
  for (const paragraph of made) parent.insertBefore(paragraph, first);
  for (const paragraph of old) remove(paragraph);
}

/** Puts a text into the first run of a paragraph and takes the other runs out. */
function writeParagraph(paragraph: Element, text: string): void {
  const runs = [
    ...children(paragraph, 'a:r'),
    ...children(paragraph, 'a:fld'),
    ...children(paragraph, 'a:br'),
  ];
  const [first, ...others] = children(paragraph, 'a:r');
  const document = paragraph.ownerDocument;
  if (document === null) return;
  for (const run of runs) if (run !== first) remove(run);
  if (first === undefined) {
    const end = child(paragraph, 'a:endParaRPr');
    paragraph.insertBefore(fragment(document, `<a:r>${textElement('a:t', text)}</a:r>`), end);
    return;
  }
  for (const run of others) remove(run);
  const old = child(first, 'a:t');
  const made = fragment(document, textElement('a:t', text));
  if (old === null) first.appendChild(made);
  else first.replaceChild(made, old);
}
