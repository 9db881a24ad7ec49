/** Reads the value a design token has under the present theme; colours come in full, `#rrggbb`. */
export function readToken(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/i.exec(value);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => (digit ?? '').repeat(2))
        .join('')}`
    : value;
}
