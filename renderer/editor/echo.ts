/** Tells the editor's own words, come back, from what was said elsewhere. */
export interface Echo {
  /** Notes a text the editor has told. */
  told(text: string): void;
  /** Whether a text that comes in is one the editor told itself and has not yet got back. */
  isOwn(text: string): boolean;
}

/**
 * Follows texts that come back to where they were typed. The screen may still be busy with one letter when the next is typed: taken
 * for a change from elsewhere, the older text would wipe the newer letter out. Once the newest has come back, all older ones
 * are foreign again, as when a form goes back to a value.
 */
export function createEcho(): Echo {
  let underway: string[] = [];
  return {
    told(text) {
      underway.push(text);
    },
    isOwn(text) {
      const place = underway.lastIndexOf(text);
      if (place < 0) return false;
      underway = underway.slice(place + 1);
      return true;
    },
  };
}
