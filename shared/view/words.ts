const acronyms = new Set(['aws', 'gcp', 'tpu', 'gpu', 'xai', 'api', 'ai', 'ibm', 'amd', 'us', 'uk', 'eu']);

/** Writes a key of a scenario for reading: `series-g` becomes `Series G`, `aws` becomes `AWS`. */
export function humanise(key: string): string {
  return key
    .split(/[-_. ]+/)
    .filter((word) => word !== '')
    .map((word) => (acronyms.has(word) || /^[a-z]\d*$/.test(word) ? word.toUpperCase() : capitalise(word)))
    .join(' ');
}

/** Writes the key of a field for reading: `it-power` becomes `IT power`. */
export function fieldName(key: string): string {
  const words = key.split('-').map((word) => (fieldAcronyms.has(word) ? word.toUpperCase() : word));
  return capitalise(words.join(' '));
}

const fieldAcronyms = new Set(['it', 'pue', 'fp4', 'fp8', 'bf16', 'int8', 'gw']);

/** Puts the first letter in upper case and leaves the rest. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function listing(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
