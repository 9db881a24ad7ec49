const piece = 8192;
const beyondAscii = /[\u0080-\uffff]/g;

/** Writes JSON text as ASCII bytes; characters beyond ASCII become `\u` escapes, so that lone surrogates survive too. */
export function asciiBytes(json: string): Uint8Array<ArrayBuffer> {
  const escaped = json.replace(
    beyondAscii,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bytes = new Uint8Array(escaped.length);
  for (let at = 0; at < escaped.length; at += 1) bytes[at] = escaped.charCodeAt(at);
  return bytes;
}

/** Reads ASCII bytes back as text, taking each byte for one character. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    // Spread out, the bytes would pass one by one through an iterator: several times as slow.
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + piece));
  }
  return text;
}
