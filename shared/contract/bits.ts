/** Shows numbers as the words their bits are: −0 is not 0 there, and a number that is none equals itself. */
export function bitsOf(numbers: Float64Array): Uint32Array {
  return new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
}
