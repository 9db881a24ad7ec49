/** Shortens the title of a variant by what it shares with the title of its base, at a comma, colon or dash. */
export function shortTitle(title: string, base: string): string {
  let same = 0;
  while (same < title.length && title[same] === base[same]) same++;
  const shared = title.slice(0, same);
  const cut = Math.max(shared.lastIndexOf(', '), shared.lastIndexOf(': '));
  return cut > 0 && cut + 2 < title.length ? title.slice(cut + 2) : title;
}
