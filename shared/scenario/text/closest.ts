/**
 * Measures how many slips of the keyboard (a letter missing, extra, wrong, or two swapped) lie between two words:
 * the optimal string alignment distance of Damerau and Levenshtein. Stops counting beyond `limit`.
 */
export function slipsBetween(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (twoBack[j - 2] ?? 0) + 1);
      }
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? 0;
}

/** Finds the word most likely meant, for "did you mean"; null where none is near enough. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const met = word.toLowerCase();
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase();
    const slips = meant === met ? 0 : slipsBetween(met, meant, fewest);
    if (slips < fewest) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
}
