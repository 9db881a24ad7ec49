/** Reads the bytes of a file that the build has put into the program. */
export function inlineBytes(address: string): Uint8Array {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
