import { createHash } from 'node:crypto';

/** Names the contents of a file: 128 bits of the SHA-256 of its bytes, as hex. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
