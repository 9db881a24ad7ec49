/** Reads the value a design token has under the present theme; colours come in full, `#rrggbb`. */
export function readToken(name: string): string {
  return tokenUnder(document.documentElement, name);
}

/** Reads the value a design token has under the light theme, whatever the present one. */
export function lightToken(name: string): string {
  const probe = document.createElement('i');
  probe.dataset.theme = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const value = tokenUnder(probe, name);
  probe.remove();
  return value;
}

function tokenUnder(element: Element, name: string): string {
  const value = getComputedStyle(element).getPropertyValue(`--${name}`).trim();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/i.exec(value);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => (digit ?? '').repeat(2))
        .join('')}`
    : value;
}
