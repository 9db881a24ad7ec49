import { invariant } from '#shared/base/assert.ts';

const lengthBytes = 4;
/** A longer frame is a sign that the two ends are out of step. */
const frameLimit = 64 * 1024 * 1024;

/** Puts its length (u32, little-endian) in front of a message, so that messages can follow one another in one stream. */
export function frame(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthBytes + message.length);
  new DataView(bytes.buffer).setUint32(0, message.length, true);
  bytes.set(message, lengthBytes);
  return bytes;
}

/** Makes a reader that takes pieces of a stream as they come and gives the messages completed so far. */
export function createFrameReader(): (piece: Uint8Array) => Uint8Array[] {
  let waiting = new Uint8Array(0);
  return (piece) => {
    const joined = new Uint8Array(waiting.length + piece.length);
    joined.set(waiting);
    joined.set(piece, waiting.length);
    const view = new DataView(joined.buffer);
    const messages: Uint8Array[] = [];
    let at = 0;
    while (joined.length - at >= lengthBytes) {
      const length = view.getUint32(at, true);
      invariant(length <= frameLimit, `a frame of ${length} bytes cannot be`);
      if (joined.length - at - lengthBytes < length) break;
      messages.push(joined.slice(at + lengthBytes, at + lengthBytes + length));
      at += lengthBytes + length;
    }
    waiting = joined.slice(at);
    return messages;
  };
}
