import { DOMParser, type Document, onErrorStopParsing } from '@xmldom/xmldom';
import { strFromU8 } from 'fflate';
import { fail } from '#shared/base/outcome.ts';

/** Thrown for a part that is not well-formed; whoever opened the package says which file it was. */
export class BrokenPart extends Error {
  readonly part: string;

  constructor(part: string) {
    super(`The part ${part} is not well-formed XML.`);
    this.part = part;
  }
}

/** Says in words which part is damaged or missing; anything else that was thrown is thrown on. */
export function brokenPartFault(error: unknown): { readonly ok: false; readonly error: string } {
  if (error instanceof BrokenPart) return fail(`its part ${error.part} is damaged or missing`);
  throw error;
}

/** Parses a part. */
export function parseXml(part: string, content: Uint8Array | string): Document {
  const text = typeof content === 'string' ? content : decoded(content);
  const document = parsed(text);
  if (document === null || document.doctype !== null) throw new BrokenPart(part);
  return document;
}

function parsed(text: string): Document | null {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    return null;
  }
}

/** Parts are UTF-8 or, rarely, UTF-16 with a mark at the start. */
function decoded(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  return strFromU8(content).replace(/^\ufeff/, '');
}
