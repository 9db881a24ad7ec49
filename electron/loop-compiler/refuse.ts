/** Stops the compiler at something that the language of loops has no word for. */
export function refuse(place: string, expected: string): never {
  throw new Error(`${place} cannot be compiled: a loop over lanes ${expected}.`);
}
