import { DOMParser, type Document, onErrorStopParsing } from '@xmldom/xmldom';
import { strFromU8 } from 'fflate';

/** Thrown for a part that is not well-formed; whoever opened the package says which file it was. */
export class BrokenPart extends Error {
  readonly part: string;

  constructor(part: string) {
    super(`The part ${part} is not well-formed XML.`);
    this.part = part;
  }
}

/** Parses a part. */
export function parseXml(part: string, content: Uint8Array | string): Document {
  const text = typeof content === 'string' ? content : decoded(content);
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    throw new BrokenPart(part);
  }
}

/** Parts are UTF-8 or, rarely, UTF-16 with a mark at the start. */
function decoded(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  return strFromU8(content).replace(/^\ufeff/, '');
}
