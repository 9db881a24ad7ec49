/** Writes JSON with its outer levels spread over lines and everything deeper on one line, for people who look inside. */
export function jsonLines(value: unknown, levels: number, indent = ''): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
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
