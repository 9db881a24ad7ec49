/**
 * Writes JSON with its outer levels spread over lines, for people who look inside; everything deeper, and every list of
 * plain values, stays on one line.
 */
export function jsonLines(value: unknown, levels: number, indent = ''): string {
  const isSpread = levels > 0 && typeof value === 'object' && value !== null && !isPlainList(value);
  if (!isSpread) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => {
      const written = jsonLines(part, levels - 1, inner);
      return isList ? inner + written : `${inner}${JSON.stringify(key)}: ${written}`;
    });
  const [open, close] = isList ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((part) => typeof part !== 'object' || part === null);
}
