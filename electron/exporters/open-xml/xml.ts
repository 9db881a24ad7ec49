import { xmlAttribute, xmlText } from '#shared/export/xml-text.ts';

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** The line every part begins with. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes an element around what is already XML. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const inside = content.join('');
  const head = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`;
}

/** Writes an element around a text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, xmlText(text));
}

/** Writes a number as XML Schema has it; what is no number is a bug, since no consumer could read it. */
export function xmlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A number that is ${value} cannot be written.`);
  return String(value);
}

function attribute([name, value]: [string, string | number | boolean | undefined]): string {
  if (value === undefined) return '';
  const text =
    typeof value === 'number' ? xmlNumber(value) : typeof value === 'boolean' ? (value ? '1' : '0') : value;
  return ` ${name}="${xmlAttribute(text)}"`;
}
